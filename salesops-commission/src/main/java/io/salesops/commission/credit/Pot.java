package io.salesops.commission.credit;

import com.google.common.collect.ImmutableSortedMap;
import io.salesops.commission.credit.Portion.Parcel;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.CurrencyUnit;

/** The amount, units and margin of an item, and what each payee has of it. Belongs to one call. */
final class Pot {

    /**
     * A share of a pot, in the order in which ties are broken: by payee, then by rule; what nobody has comes first.
     *
     * @param payee the payee, empty for what nobody has
     * @param rule the rule
     */
    record Slot(String payee, String rule) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int order = payee.compareTo(other.payee);
            return order != 0 ? order : rule.compareTo(other.rule);
        }

        /** The payee, under whose name a policy gives away the residue. */
        @Override
        public String toString() {
            return payee;
        }
    }

    /** A share of a parcel with what rounding took from it. */
    record Cut(Parcel parcel, Rational residue) {}

    private final CurrencyUnit currency;
    private final int scale;
    private final List<Portion> direct = new ArrayList<>();
    private final List<Portion> overlays = new ArrayList<>();
    private Parcel left;

    Pot(CurrencyUnit currency, int scale, Parcel whole) {
        this.currency = currency;
        this.scale = scale;
        left = whole.atScale(scale);
    }

    CurrencyUnit currency() {
        return currency;
    }

    /** How many decimals amounts have. */
    int scale() {
        return scale;
    }

    /** What is left after reversals; of a pot that was just filled, the whole. */
    Parcel left() {
        return left;
    }

    /** What sums to the whole: direct credits, and what nobody has. */
    List<Portion> direct() {
        return direct;
    }

    /** What comes on top. */
    List<Portion> overlays() {
        return overlays;
    }

    /** Divides a parcel by weights, amounts by the policy and units by largest remainder. */
    ImmutableSortedMap<Slot, Cut> divide(Parcel whole, Map<Slot, Rational> weights, RoundingPolicy rounding) {
        Allocation<Slot> amounts =
                Allocation.of(Amounts.of(whole.amount(), currency), weights, ownerPresent(rounding, weights));
        Map<Slot, BigDecimal> units = parts(whole.units().orElse(BigDecimal.ZERO), weights);
        Map<Slot, BigDecimal> margins = parts(whole.margin().orElse(BigDecimal.ZERO), weights);
        ImmutableSortedMap.Builder<Slot, Cut> cuts = ImmutableSortedMap.naturalOrder();
        for (Slot slot : weights.keySet()) {
            Parcel share = new Parcel(
                    Amounts.number(amounts.share(slot)),
                    whole.units().map(value -> units.getOrDefault(slot, BigDecimal.ZERO)),
                    whole.margin().map(value -> margins.getOrDefault(slot, BigDecimal.ZERO)));
            cuts.put(slot, new Cut(share.atScale(scale), amounts.residue(slot)));
        }
        return cuts.build();
    }

    /** A policy may give the residue to a payee who has no share here. */
    private static RoundingPolicy ownerPresent(RoundingPolicy rounding, Map<Slot, Rational> weights) {
        return rounding.residue() == ResidueOwner.NAMED_KEY
                        && weights.keySet().stream()
                                .noneMatch(slot -> rounding.residueKey().equals(Optional.of(slot.payee())))
                ? RoundingPolicy.builder()
                        .mode(rounding.mode())
                        .scale(rounding.scale())
                        .build()
                : rounding;
    }

    /**
     * Takes a parcel back, in proportion to what everybody has left: nobody loses more than he has, and who takes back
     * the rest takes back all.
     *
     * @param taking of the sign of what is left, and no larger
     * @return the portions of the reversal, in a pot of their own
     */
    Pot take(Parcel taking) {
        Parcel part = taking.atScale(scale);
        Pot reversal = new Pot(currency, scale, part.negated());
        Map<Slot, Portion> bySlot = new TreeMap<>();
        direct.forEach(portion -> bySlot.put(slot(portion), portion));
        Map<Slot, BigDecimal> amounts = partsOfLeft(part.amount(), bySlot, left -> Optional.of(left.amount()));
        Map<Slot, BigDecimal> units = partsOfLeft(part.units().orElse(BigDecimal.ZERO), bySlot, Parcel::units);
        Map<Slot, BigDecimal> margins = partsOfLeft(part.margin().orElse(BigDecimal.ZERO), bySlot, Parcel::margin);
        bySlot.forEach((slot, portion) -> {
            Parcel before = portion.left();
            Parcel taken = new Parcel(
                    amounts.getOrDefault(slot, BigDecimal.ZERO),
                    before.units().map(value -> units.getOrDefault(slot, BigDecimal.ZERO)),
                    before.margin().map(value -> margins.getOrDefault(slot, BigDecimal.ZERO)));
            Portion reversed = portion.take(taken);
            for (Portion raised : portion.raised()) {
                reversed.raised().add(raised.take(raised.proportional(taken, before)));
            }
            reversal.direct.add(reversed);
        });
        for (Portion overlay : overlays) {
            reversal.overlays.add(overlay.take(overlay.proportional(part, left)));
        }
        left = left.minus(part);
        return reversal;
    }

    /**
     * All of what is left where all is taken. Else by what is left of the sign of the part: where the residue belongs to one
     * payee, he may have been credited less than nothing.
     */
    private Map<Slot, BigDecimal> partsOfLeft(
            BigDecimal part, Map<Slot, Portion> portions, Function<Parcel, Optional<BigDecimal>> number) {
        Map<Slot, BigDecimal> lefts = new TreeMap<>();
        Map<Slot, Rational> weights = new TreeMap<>();
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<Slot, Portion> portion : portions.entrySet()) {
            BigDecimal mine = number.apply(portion.getValue().left()).orElse(BigDecimal.ZERO);
            lefts.put(portion.getKey(), mine);
            weights.put(portion.getKey(), mine.signum() == part.signum() ? Rational.of(mine.abs()) : Rational.ZERO);
            all = all.add(mine);
        }
        return all.compareTo(part) == 0 ? lefts : parts(part, weights);
    }

    static Slot slot(Portion portion) {
        return new Slot(
                portion.origin().payee().map(Object::toString).orElse(""),
                portion.origin().id());
    }

    private Map<Slot, BigDecimal> parts(BigDecimal whole, Map<Slot, Rational> weights) {
        if (whole.signum() == 0) {
            return Map.of();
        }
        RoundingPolicy exact = RoundingPolicy.halfUp().withScale(Math.max(0, whole.scale()));
        Map<Slot, BigDecimal> parts = new TreeMap<>();
        Allocation.of(Amounts.of(whole, currency), weights, exact)
                .shares()
                .forEach((slot, share) -> parts.put(slot, Amounts.number(share.amount())));
        return parts;
    }
}
