package io.salesops.commission.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a plan counts: which credits, and what of them.
 *
 * <p>A plan that does not define a measure counts the amounts of the credits that bear its name. Immutable and
 * thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Measure.Builder.class)
public interface Measure extends WithMeasure {

    /** What rules and quotas call it. */
    String id();

    /** The measure that its credits bear: {@code bookings}, {@code invoices}, {@code cash}; its own id unless stated. */
    @Value.Default
    default String of() {
        return id();
    }

    /** What is counted of a credit; its amount unless stated. */
    @Value.Default
    default Counts counts() {
        return Counts.AMOUNT;
    }

    /** Which of its credits count; all unless stated. A condition on a field that is missing does not hold. */
    Optional<Criteria<Countable>> when();

    /** What is to be reached by payees without a quota of their own, in its own units. */
    Optional<BigDecimal> goal();

    /** Months after which it starts anew, counted from the plan's first day; it runs over the quota's period unless stated. */
    Optional<Integer> resetMonths();

    /** The name of the {@link MeasureFunction} that counts instead. */
    Optional<String> function();

    /** What is counted of a credit. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Counts {
        /** Its amount. */
        AMOUNT,
        /** Its margin; a credit that does not state it is refused. */
        MARGIN,
        /** Its units; a credit that does not state them is refused. */
        UNITS,
        /** One for each credit, minus one for a negative one. */
        DEALS;

        /** Whether money is counted. */
        public boolean isMoney() {
            return this == AMOUNT || this == MARGIN;
        }
    }

    /** Obtains a measure of amounts. */
    static Measure of(String id) {
        return builder().id(id).build();
    }

    /** Starts a measure. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that name, goal and months make sense. */
    @Value.Check
    default void check() {
        checkArgument(!id().isBlank(), "measure id must not be blank: '%s'", id());
        checkArgument(
                goal().filter(goal -> goal.signum() < 0).isEmpty(),
                "goal of measure %s must not be negative: %s",
                id(),
                goal());
        checkArgument(
                resetMonths().filter(months -> months < 1).isEmpty(),
                "measure %s must start anew after 1 month or more: %s",
                id(),
                resetMonths());
    }

    /** Builds measures. */
    final class Builder extends ImmutableMeasure.Builder {
        Builder() {}
    }
}
