package io.salesops.territory.assign;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Where an account belongs, with each rejected candidate and the criterion it failed. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Decision.Builder.class)
public interface Decision extends WithDecision, Outcome {

    /** The account. */
    AccountId account();

    /** How it was decided. */
    Kind kind();

    /** Where it belongs; absent at a gap or a conflict. */
    Optional<TerritoryId> territory();

    /** The territory and those above it, from the top; empty at a gap or a conflict. */
    ImmutableList<TerritoryId> path();

    /** The rep who works the territory on the day; absent where nobody does, which is a finding. */
    Optional<RepId> owner();

    /** The rule or rules that decided or contradict each other, by id; empty for named accounts and gaps. */
    ImmutableList<String> rules();

    /** How an account was decided. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Kind {
        /** It stands on the list of named accounts. */
        NAMED,
        /** The rules of the best priority that it meets agree on a territory. */
        BY_RULE,
        /** It meets no rule. */
        GAP,
        /** Rules of one priority claim it for different territories. */
        CONFLICT
    }

    /** Starts a decision. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that there is a territory exactly where one was decided on. */
    @Value.Check
    default void check() {
        boolean decided = kind() == Kind.NAMED || kind() == Kind.BY_RULE;
        checkArgument(
                decided == territory().isPresent(),
                "%s is a %s, but its territory is %s",
                account(),
                kind(),
                territory().map(TerritoryId::toString).orElse("absent"));
    }

    /** Builds decisions. */
    final class Builder extends ImmutableDecision.Builder {
        Builder() {}
    }
}
