package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.money.MoneyKernel;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** What each tier of a rule paid between two moments. */
final class Portions {
    private Portions() {}

    /** Amounts that a line has already made: most portions are the whole line, and making an amount is dear. */
    record Known(long units, MonetaryAmount credited, long pays, MonetaryAmount paid) {}

    /** What each tier paid between two moments. */
    static ImmutableList<TierPortion> of(Tally tally, Scale scale, Moment from, Moment to) {
        return of(tally, scale, from, to, Optional.empty());
    }

    /** What each tier paid between two moments, by amounts that are known already. */
    static ImmutableList<TierPortion> of(Tally tally, Scale scale, Moment from, Moment to, Optional<Known> known) {
        ImmutableList.Builder<TierPortion> portions = ImmutableList.builder();
        for (int tier = 0; tier < tally.tiers(); tier++) {
            if (from.moves()) {
                if (!from.rate(tier).equals(to.rate(tier))
                        || from.base(tier) != to.base(tier)
                        || from.paid(tier) != to.paid(tier)) {
                    portion(tally, scale, tier, from.rate(tier), -from.base(tier), -from.paid(tier), known, portions);
                    portion(tally, scale, tier, to.rate(tier), to.base(tier), to.paid(tier), known, portions);
                }
            } else {
                portion(
                        tally,
                        scale,
                        tier,
                        tally.rate(tier),
                        Math.subtractExact(to.base(tier), from.base(tier)),
                        Math.subtractExact(to.paid(tier), from.paid(tier)),
                        known,
                        portions);
            }
        }
        return portions.build();
    }

    private static void portion(
            Tally tally,
            Scale scale,
            int tier,
            PayRate rate,
            long base,
            long pays,
            Optional<Known> known,
            ImmutableList.Builder<TierPortion> portions) {
        if (base != 0 || pays != 0) {
            portions.add(TierPortion.builder()
                    .tier(tally.isNumbered() ? tier : 0)
                    .upTo(tally.upTo(tier))
                    .rate(rate)
                    .base(base(tally, scale, tier, base, known))
                    .pays(
                            known.isPresent() && known.get().pays() == pays
                                    ? known.get().paid()
                                    : scale.paid(pays))
                    .build());
        }
    }

    private static MonetaryAmount base(Tally tally, Scale scale, int tier, long base, Optional<Known> known) {
        if (tally.countsTimes(tier)) {
            return MoneyKernel.amount(base, 0, Scale.NO_CURRENCY);
        }
        return known.isPresent() && known.get().units() == base
                ? known.get().credited()
                : scale.counted(tally.measure(), base);
    }
}
