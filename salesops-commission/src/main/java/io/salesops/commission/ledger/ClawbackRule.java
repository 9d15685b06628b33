package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * How much of a commission is taken back where a contract ends before its term; the set of kinds is closed. Where tiers
 * are to unwind, the deal is credited in reverse instead, and the statement takes back what it paid.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(ClawbackRule.ProRata.class), @JsonSubTypes.Type(ClawbackRule.Ladder.class)})
public sealed interface ClawbackRule {

    /**
     * Returns the share that is taken back, from 0% to 100%.
     *
     * @param term the days of the contract as it was sold; with both bounds
     * @param ends the first day without contract
     */
    Rate share(DateRange term, LocalDate ends);

    /** Calls the case for this kind of rule. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of rule. */
    interface Cases<R> {
        R proRata(ProRata rule);

        R ladder(Ladder rule);
    }

    /** Returns what is taken back of a commission: negative, rounded once by the policy; the mirror image for a negative one. */
    default MonetaryAmount of(MonetaryAmount commission, DateRange term, LocalDate ends, RoundingPolicy rounding) {
        Rational exact = Amounts.exact(commission).times(share(term, ends).value());
        return rounding.round(exact, commission.getCurrency()).negate();
    }

    /**
     * The share of the term that was not served.
     *
     * @param days how the term is counted, for example {@code MONTHS+DAYS}
     */
    @JsonTypeName("proRata")
    record ProRata(DayCount days) implements ClawbackRule {

        /** Obtains the rule that counts whole months, and the days of a started one. */
        public static ProRata byMonths() {
            return new ProRata(DayCount.MONTHS_DAYS);
        }

        @Override
        public Rate share(DateRange term, LocalDate ends) {
            if (term.before().filter(ends::isBefore).isEmpty()) {
                return Rate.ZERO;
            }
            return new Rate(days.share(DateRange.from(ends), term));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.proRata(this);
        }
    }

    /**
     * Steps by months since the start: all within the first, less within later ones, nothing after the last.
     *
     * @param steps in ascending order of months
     */
    @JsonTypeName("ladder")
    record Ladder(ImmutableList<Rung> steps) implements ClawbackRule {

        /** Checks the order of the steps. */
        public Ladder {
            checkArgument(!steps.isEmpty(), "a clawback ladder needs a step");
            for (int i = 1; i < steps.size(); i++) {
                checkArgument(
                        steps.get(i - 1).withinMonths() < steps.get(i).withinMonths(),
                        "steps of a clawback ladder must ascend: %s",
                        steps);
            }
        }

        @Override
        public Rate share(DateRange term, LocalDate ends) {
            LocalDate start = term.from().orElseThrow();
            return steps.stream()
                    .filter(rung -> ends.isBefore(start.plusMonths(rung.withinMonths())))
                    .map(Rung::share)
                    .findFirst()
                    .orElse(Rate.ZERO);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ladder(this);
        }
    }

    /**
     * A step of a ladder.
     *
     * @param withinMonths the months since the start, before the end of which it holds
     * @param share what is taken back, from 0% to 100%
     */
    record Rung(int withinMonths, Rate share) {

        /** Checks months and share. */
        public Rung {
            checkArgument(withinMonths > 0, "months of a clawback step must be positive: %s", withinMonths);
            checkArgument(
                    share.signum() >= 0 && share.compareTo(Rate.ONE) <= 0,
                    "share of a clawback step must be 0% to 100%: %s",
                    share);
        }

        /** Obtains a step, for example {@code of(3, "100%")}. */
        public static Rung of(int withinMonths, String share) {
            return new Rung(withinMonths, Rate.of(share));
        }
    }
}
