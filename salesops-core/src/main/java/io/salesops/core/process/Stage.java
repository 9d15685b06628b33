package io.salesops.core.process;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** One stage of a sales process. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Stage.Builder.class)
public interface Stage extends WithStage {

    /** The name, as opportunities carry it. */
    String id();

    /** How a forecast counts its deals. */
    ForecastCategory category();

    /** How likely a deal of this stage is to be won; 0% to 100%. */
    Rate probability();

    /** How many days a deal may stay; absent means any number. */
    OptionalInt maxDays();

    /** The fields that a deal needs here, by the names of {@link io.salesops.core.crm.Opportunity#fields()}. */
    ImmutableList<String> requires();

    /** What a deal must meet while it is here; a missing field is not held against it, which {@link #requires} does. */
    Optional<Criteria<Opportunity>> entry();

    /** What a deal must have met, as it was known then, when it left for another stage. */
    Optional<Criteria<Opportunity>> exit();

    /** The stages to which a deal may move; a stage without any is an end. */
    ImmutableList<String> next();

    /** Won where the category is closed, lost where it is omitted and nothing comes after, else open. */
    default StageOutcome outcome() {
        if (category() == ForecastCategory.CLOSED) {
            return StageOutcome.WON;
        }
        return category() == ForecastCategory.OMITTED && next().isEmpty() ? StageOutcome.LOST : StageOutcome.OPEN;
    }

    /** Starts a stage. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the probability. */
    @Value.Check
    default void check() {
        checkArgument(
                probability().signum() >= 0 && probability().compareTo(Rate.ONE) <= 0,
                "stage %s: probability must be 0%% to 100%%: %s",
                id(),
                probability());
    }

    /** Builds stages. */
    final class Builder extends ImmutableStage.Builder {
        Builder() {}
    }
}
