package io.salesops.territory.design;

import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Territory;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What each territory is to weigh in one measure, exactly, and within which limits. */
final class Targets {
    private final Balance balance;
    private final List<Territory> territories;
    private final Rational share;

    /**
     * @param total what is shared out
     * @param sharing how many territories share what the stated targets leave
     */
    Targets(Balance balance, List<Territory> territories, BigInteger total, int sharing) {
        this.balance = balance;
        this.territories = territories;
        BigInteger left = total;
        for (Territory territory : territories) {
            Long target = territory.target().get(balance.measure());
            if (target != null) {
                left = left.subtract(BigInteger.valueOf(target));
            }
        }
        BigInteger rest = left.max(BigInteger.ZERO);
        share = sharing == 0 ? Rational.ZERO : new Rational(rest, BigInteger.valueOf(sharing));
    }

    /** The targets of a measure, as deviations are reported against them. */
    static List<Targets> reported(UnitTable table) {
        List<Targets> targets = new ArrayList<>();
        for (Balance balance : table.balance) {
            int stated = stated(balance, table.territories);
            targets.add(new Targets(
                    balance, table.territories, table.total(balance.measure()), table.territories.size() - stated));
        }
        return targets;
    }

    /** How many territories state a target of their own. */
    static int stated(Balance balance, List<Territory> territories) {
        return (int) territories.stream()
                .filter(territory -> territory.target().containsKey(balance.measure()))
                .count();
    }

    Rational target(int territory) {
        Long stated = territories.get(territory).target().get(balance.measure());
        return stated == null ? share : Rational.of(stated);
    }

    /** The least whole weight within the limits, or 0. */
    BigInteger least(int territory) {
        BigInteger least = BigInteger.ZERO;
        if (balance.band().isPresent()) {
            Rate band = balance.band().get();
            Rational low =
                    target(territory).times(Rational.ONE.plus(band.value().negated()));
            BigInteger floor = target(territory).round(0, RoundingMode.FLOOR).toBigInteger();
            least = low.round(0, RoundingMode.CEILING).toBigInteger().min(floor).max(BigInteger.ZERO);
        }
        return balance.minimum().isPresent()
                ? least.max(BigInteger.valueOf(balance.minimum().getAsLong()))
                : least;
    }

    /** The largest whole weight within the limits; {@code unlimited} where there is none. */
    BigInteger most(int territory, BigInteger unlimited) {
        BigInteger most = unlimited;
        if (balance.band().isPresent()) {
            Rate band = balance.band().get();
            Rational high = target(territory).times(Rational.ONE.plus(band.value()));
            BigInteger ceiling =
                    target(territory).round(0, RoundingMode.CEILING).toBigInteger();
            most = high.round(0, RoundingMode.FLOOR).toBigInteger().max(ceiling);
        }
        Long capacity = territories.get(territory).capacity().get(balance.measure());
        if (capacity != null) {
            most = most.min(BigInteger.valueOf(capacity));
        }
        return balance.maximum().isPresent()
                ? most.min(BigInteger.valueOf(balance.maximum().getAsLong()))
                : most;
    }

    /** The deviation of a weight from the target, as a share of it; empty of meaning where the target is 0, and then 0 or 1. */
    Rational deviation(int territory, BigInteger weight) {
        Rational target = target(territory);
        if (target.signum() == 0) {
            return weight.signum() == 0 ? Rational.ZERO : Rational.ONE;
        }
        return new Rational(weight, BigInteger.ONE).plus(target.negated()).dividedBy(target);
    }
}
