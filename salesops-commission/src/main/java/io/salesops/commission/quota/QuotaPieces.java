package io.salesops.commission.quota;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.quota.QuotaPolicy.Leave;
import io.salesops.commission.quota.QuotaPolicy.Spread;
import io.salesops.core.crm.Quota;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DateRanges;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Quotas cut by periods, versions and presence; exact sums, nothing rounded but the division of a quota over its periods. */
final class QuotaPieces {
    private final QuotaPolicy policy;
    private final QuotaFacts facts;

    QuotaPieces(QuotaPolicy policy, QuotaFacts facts) {
        this.policy = policy;
        this.facts = facts;
    }

    /**
     * What a version is worth over the measured days.
     *
     * @param full for a payee who is there on all of its days
     * @param present for the days on which this one is there
     * @param ramped with the shares of the ramp
     */
    record Piece(QuotaVersion version, Rational full, Rational present, Rational ramped) {}

    /**
     * Returns the pieces of one quota.
     *
     * @param versions of one owner, measure and period, by number
     * @param measured the days that are measured
     */
    List<Piece> pieces(List<QuotaVersion> versions, DateRange measured) {
        DateRange period = versions.get(0).quota().period();
        List<FiscalPeriod> parts = policy.periods().touching(period);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            QuotaVersion version = versions.get(i);
            List<Rational> amounts = spread(version.quota(), parts);
            Rational full = Rational.ZERO;
            Rational present = Rational.ZERO;
            Rational ramped = Rational.ZERO;
            for (int part = 0; part < parts.size(); part++) {
                DateRange days = parts.get(part).range().intersection(period).orElseThrow();
                if (!days.overlaps(measured)) {
                    continue;
                }
                for (DateRange held : held(versions, i, days)) {
                    Rational share = policy.dayCount().share(held, days);
                    full = full.plus(amounts.get(part).times(share));
                    for (DateRange there : present(days).intersection(held).ranges()) {
                        Rational of = policy.dayCount().share(there, days).times(amounts.get(part));
                        present = present.plus(of);
                        ramped = ramped.plus(of.times(ramp(there)));
                    }
                }
            }
            if (full.signum() != 0 || version.quota().amount().isZero()) {
                pieces.add(new Piece(version, full, present, ramped));
            }
        }
        return pieces;
    }

    /** The days of a period on which a version holds: from its first day on, as far as no later version takes its place. */
    private static List<DateRange> held(List<QuotaVersion> versions, int index, DateRange days) {
        List<DateRange> held = new ArrayList<>(List.of(days));
        cut(held, versions.get(index).since(), true);
        for (QuotaVersion later : versions.subList(index + 1, versions.size())) {
            if (later.since().isEmpty()) {
                return List.of();
            }
            cut(held, later.since(), false);
        }
        return held;
    }

    private static void cut(List<DateRange> held, Optional<LocalDate> day, boolean keepLater) {
        day.ifPresent(date -> {
            DateRange side = keepLater ? DateRange.from(date) : DateRange.before(date);
            List<DateRange> kept = held.stream()
                    .flatMap(range -> range.intersection(side).stream())
                    .filter(range -> !range.isEmpty())
                    .toList();
            held.clear();
            held.addAll(kept);
        });
    }

    /** The exact or whole share of each period, summing to the quota. */
    private List<Rational> spread(Quota quota, List<FiscalPeriod> parts) {
        if (parts.size() == 1) {
            return List.of(Amounts.exact(quota.amount()));
        }
        Map<Integer, Rational> weights = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            long days = parts.get(i)
                    .range()
                    .intersection(quota.period())
                    .orElseThrow()
                    .days();
            weights.put(
                    i,
                    switch (policy.spread()) {
                        case EQUAL -> Rational.ONE;
                        case BY_DAYS -> Rational.of(days);
                        case SEASON -> policy.season().get(i).value();
                    });
        }
        RoundingPolicy rounding = policy.rounding();
        return ImmutableList.copyOf(Allocation.of(
                        quota.amount(),
                        weights,
                        RoundingPolicy.halfUp()
                                .withScale(rounding.scaleOf(quota.amount().getCurrency())))
                .shares()
                .values()
                .stream()
                .map(share -> Amounts.exact(share.amount()))
                .toList());
    }

    /** Whether a season has a weight for each period of a quota. */
    boolean fits(Quota quota) {
        return policy.spread() != Spread.SEASON
                || policy.periods().touching(quota.period()).size()
                        == policy.season().size();
    }

    /** The days of a period on which the payee is there. */
    private DateRanges present(DateRange days) {
        Optional<DateRange> there =
                policy.days().counted(facts.employed(), days).intersection(days);
        if (there.isEmpty()) {
            return DateRanges.none();
        }
        return policy.leave() == Leave.COUNTS ? DateRanges.of(there.get()) : without(there.get(), facts.leaves());
    }

    private static DateRanges without(DateRange days, DateRanges leaves) {
        List<DateRange> left = new ArrayList<>();
        Optional<LocalDate> from = days.from();
        for (DateRange leave : leaves.intersection(days).ranges()) {
            left.add(new DateRange(from, leave.from()));
            from = leave.before();
        }
        left.add(new DateRange(from, days.before()));
        return DateRanges.of(left.toArray(new DateRange[0]));
    }

    private Rational ramp(DateRange days) {
        Optional<LocalDate> started = facts.rampFrom().or(() -> facts.employed().from());
        return policy.ramp().isEmpty() || started.isEmpty() || days.isEmpty()
                ? Rational.ONE
                : policy.ramp().get().shareOver(started.get(), days).value();
    }
}
