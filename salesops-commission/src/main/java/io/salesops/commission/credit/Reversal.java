package io.salesops.commission.credit;

import io.salesops.commission.credit.Portion.Parcel;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes a refund, a credit note or a cancellation back from those who have what is left of the event.
 *
 * <p>Each loses in proportion to what he has left, by largest remainder: nobody loses more than he has, and refunds that
 * take back all of an event leave nothing to anybody, in however many parts they come.
 */
final class Reversal {
    private static final Parcel NOTHING = new Parcel(BigDecimal.ZERO, Optional.empty(), Optional.empty());

    private final CreditEvent reversal;
    private final Map<String, ItemCredits> originals;
    private final int scale;
    private final List<Finding> findings;

    private Reversal(CreditEvent reversal, List<ItemCredits> originals, int scale, List<Finding> findings) {
        this.reversal = reversal;
        this.scale = scale;
        this.findings = findings;
        this.originals = new LinkedHashMap<>();
        originals.forEach(each -> this.originals.put(line(each), each));
    }

    /**
     * Returns what each item of the original gives back, and takes it from there.
     *
     * @param reversal sound by itself, in the currency of the original
     * @param findings receives what keeps it from being taken back; then nothing is
     */
    static List<ItemCredits> of(CreditEvent reversal, List<ItemCredits> originals, int scale, List<Finding> findings) {
        Reversal one = new Reversal(reversal, originals, scale, findings);
        int before = findings.size();
        Map<String, Taking> takings = one.takings();
        return findings.size() > before ? List.of() : one.take(takings);
    }

    /** What an item gives back: of the sign of the original. */
    private record Taking(BigDecimal amount, Optional<BigDecimal> units, Optional<BigDecimal> margin) {}

    private Map<String, Taking> takings() {
        boolean byLine = !reversal.lines().isEmpty() && !originals.containsKey("");
        Map<String, Taking> takings = byLine ? ofLines() : ofWhole();
        takings.forEach((line, taking) -> {
            ItemCredits original = originals.get(line);
            if (original != null) {
                within(taking.amount(), original.left(), "amount", line);
                Parcel left = original.pot().map(Pot::left).orElse(NOTHING);
                taking.units().ifPresent(units -> left.units().ifPresent(have -> within(units, have, "units", line)));
                taking.margin()
                        .ifPresent(margin -> left.margin().ifPresent(have -> within(margin, have, "margin", line)));
            }
        });
        return takings;
    }

    private Map<String, Taking> ofLines() {
        Map<String, Taking> takings = new TreeMap<>();
        for (EventLine line : reversal.lines()) {
            if (originals.containsKey(line.id())) {
                takings.put(
                        line.id(),
                        new Taking(
                                Amounts.number(line.amount()).negate(),
                                line.units().map(BigDecimal::negate),
                                line.margin()
                                        .map(margin -> Amounts.number(margin).negate())));
            } else {
                error(
                        "commission.event.line",
                        "/lines/" + line.id(),
                        "line " + line.id() + " is none of " + original() + ", which has " + originals.keySet(),
                        "Maybe it reverses another event.");
            }
        }
        return takings;
    }

    /** A refund without lines takes from each line in proportion to what is left of it. */
    private Map<String, Taking> ofWhole() {
        BigDecimal amount = Amounts.number(reversal.amount()).negate();
        BigDecimal left = originals.values().stream().map(ItemCredits::left).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Taking> takings = new TreeMap<>();
        boolean all = amount.compareTo(left) == 0;
        if (originals.size() == 1) {
            takings.put(
                    originals.keySet().iterator().next(),
                    new Taking(
                            amount,
                            reversal.units().map(BigDecimal::negate),
                            reversal.margin()
                                    .map(margin -> Amounts.number(margin).negate())));
            return takings;
        }
        Map<String, Rational> weights = new TreeMap<>();
        originals.forEach(
                (line, item) -> weights.put(line, Rational.of(item.left().abs())));
        boolean mixed = originals.values().stream()
                        .map(item -> item.left().signum())
                        .filter(sign -> sign != 0)
                        .distinct()
                        .count()
                > 1;
        if (all) {
            originals.forEach(
                    (line, item) -> takings.put(line, new Taking(item.left(), Optional.empty(), Optional.empty())));
        } else if (mixed) {
            error(
                    "commission.event.mixed",
                    "/lines",
                    "a part of " + original() + " is taken back, whose lines have both signs",
                    "Maybe state the lines that are taken back.");
        } else if (amount.signum() == 0) {
            originals.forEach(
                    (line, item) -> takings.put(line, new Taking(BigDecimal.ZERO, Optional.empty(), Optional.empty())));
        } else if (within(amount, left, "amount", "")) {
            RoundingPolicy exact = RoundingPolicy.halfUp().withScale(scale);
            Allocation.of(Amounts.of(amount, reversal.amount().getCurrency()), weights, exact)
                    .shares()
                    .forEach((line, share) -> takings.put(
                            line, new Taking(Amounts.number(share.amount()), Optional.empty(), Optional.empty())));
        }
        return takings;
    }

    /** Whether a part is of the sign of what is left and no larger. */
    private boolean within(BigDecimal part, BigDecimal left, String what, String line) {
        boolean fits = part.signum() == 0
                || (part.signum() == left.signum() && part.abs().compareTo(left.abs()) <= 0);
        if (!fits) {
            error(
                    "commission.event.exceeds",
                    line.isEmpty() ? "/" + what : "/lines/" + line + "/" + what,
                    what + " " + part.negate().toPlainString() + " takes back more than "
                            + left.toPlainString() + ", which is left of " + original()
                            + (line.isEmpty() ? "" : " line " + line),
                    "Maybe the refund was loaded twice, or belongs to another event.");
        }
        return fits;
    }

    private List<ItemCredits> take(Map<String, Taking> takings) {
        List<ItemCredits> reversed = new ArrayList<>();
        takings.forEach((line, taking) -> {
            ItemCredits original = originals.get(line);
            if (original != null) {
                reversed.add(take(original, taking));
            }
        });
        return reversed;
    }

    /** Units and margin that the reversal does not state go with the amount. */
    private ItemCredits take(ItemCredits original, Taking taking) {
        CreditItem item = new CreditItem(
                reversal,
                original.item()
                        .line()
                        .map(line -> line.withAmount(Amounts.of(
                                taking.amount().negate(), reversal.amount().getCurrency()))));
        Parcel left = original.pot().map(Pot::left).orElse(NOTHING);
        BigDecimal amount = taking.amount().setScale(scale, RoundingMode.UNNECESSARY);
        return original.take(
                item,
                new Parcel(
                        amount,
                        left.units()
                                .map(have -> taking.units()
                                        .orElseGet(() -> Portion.proportional(have, amount, original.left()))),
                        left.margin()
                                .map(have -> taking.margin()
                                        .orElseGet(() -> Portion.proportional(have, amount, original.left())))));
    }

    private String original() {
        return "event " + reversal.reverses().map(CreditEventId::value).orElse("");
    }

    private static String line(ItemCredits item) {
        return item.item().line().map(EventLine::id).orElse("");
    }

    private void error(String code, String at, String problem, String remedy) {
        findings.add(Finding.error(code, "/events/" + reversal.id() + at, "event " + reversal.id() + ": " + problem)
                .withEvidence(Map.of("event", reversal.id().value(), "reverses", original()))
                .maybe(remedy));
    }
}
