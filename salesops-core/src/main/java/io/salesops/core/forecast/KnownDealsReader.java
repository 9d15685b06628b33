package io.salesops.core.forecast;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.crm.StageInterval;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.DealOnDay;
import io.salesops.core.process.DealReader;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Reads what was known of opportunities at the end of a day.
 *
 * <p>What a deal without history was worth while open is what its lines cost at list price; only without lines it is the
 * amount, of which nobody knows since when it stood there.
 */
final class KnownDealsReader {
    private static final int EXAMPLES = 5;
    private static final String NO_PRODUCT = "(none)";
    private static final String SEVERAL_PRODUCTS = "(several)";
    private static final String NO_OWNER = "(none)";

    private final ImmutableMap<String, Integer> stages;
    private final ImmutableMap<String, StageOutcome> outcomes;
    private final DealReader reader;
    private final AsOf asOf;
    private final CurrencyUnit currency;
    private final int decimals;
    private final int day;
    private final Map<String, List<String>> omitted = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> inHindsight = new ArrayList<>();

    private KnownDealsReader(SalesProcess process, CurrencyUnit currency, AsOf asOf) {
        ImmutableMap.Builder<String, Integer> places = ImmutableMap.builder();
        ImmutableMap.Builder<String, StageOutcome> ends = ImmutableMap.builder();
        for (int i = 0; i < process.stages().size(); i++) {
            Stage stage = process.stages().get(i);
            places.put(stage.id(), i);
            ends.put(stage.id(), stage.outcome());
        }
        this.stages = places.buildOrThrow();
        this.outcomes = ends.buildOrThrow();
        this.reader = DealReader.of(process);
        this.asOf = asOf;
        this.currency = currency;
        this.decimals = Math.max(0, currency.getDefaultFractionDigits());
        this.day = Math.toIntExact(asOf.date().toEpochDay());
    }

    static KnownDeals read(SalesProcess process, CurrencyUnit currency, Iterable<Opportunity> deals, AsOf asOf) {
        return new KnownDealsReader(process, currency, asOf).read(deals);
    }

    private KnownDeals read(Iterable<Opportunity> deals) {
        List<Past> pasts = new ArrayList<>();
        for (Opportunity deal : deals) {
            past(deal).ifPresent(pasts::add);
        }
        long closed = pasts.stream().filter(past -> past.end != KnownDeals.OPEN).count();
        long recorded = pasts.stream()
                .filter(past -> past.end != KnownDeals.OPEN && past.hasStageHistory())
                .count();
        boolean byStage = recorded > 0 && recorded * 2 >= closed;
        List<KnownDeal> known = new ArrayList<>(pasts.size());
        for (Past past : pasts) {
            known.add(past.known(byStage));
        }
        known.sort(java.util.Comparator.comparing(KnownDeal::id));
        if (!byStage && closed > 0) {
            findings.add(Finding.info(
                            "forecast.history.missing",
                            "history",
                            "of " + closed + " closed deals " + recorded
                                    + " have a recorded change of stage; all open stages are taken as one")
                    .maybe("Maybe import the field history as well."));
        }
        if (!inHindsight.isEmpty()) {
            findings.add(Finding.warning(
                            "forecast.amount.hindsight",
                            "amount",
                            inHindsight.size() + " deals have no history and no list price: what they were worth while"
                                    + " open is taken to be their amount of today; for example " + first(inHindsight))
                    .maybe("Maybe import the field history or the product lines as well."));
        }
        ImmutableList.Builder<Omission> left = ImmutableList.builder();
        omitted.forEach((reason, ids) ->
                left.add(Omission.of(reason, ids.stream().sorted().toList(), EXAMPLES)));
        return new KnownDeals(
                day, known, stages.keySet().asList(), byStage, ImmutableList.copyOf(findings), left.build());
    }

    private static String first(List<String> ids) {
        return String.join(", ", ids.stream().sorted().limit(EXAMPLES).toList());
    }

    private Optional<Past> past(Opportunity now) {
        DealReader.Reading reading = reader.read(now, asOf);
        String id = now.id().value();
        reading.leftOut().ifPresent(reason -> leaveOut(reason, id));
        return reading.state().flatMap(state -> past(id, state));
    }

    private Optional<Past> past(String id, DealOnDay state) {
        Opportunity deal = state.deal();
        OptionalDouble amount = deal.amount().map(this::minorUnits).orElseGet(OptionalDouble::empty);
        if (deal.amount().isPresent() && amount.isEmpty()) {
            return leaveOut("no exchange rate", id);
        }
        boolean won = state.outcome() == StageOutcome.WON;
        if (won && amount.isEmpty()) {
            return leaveOut("won without an amount", id);
        }
        double value = whileOpen(state, amount);
        if (state.isOpen() && Double.isNaN(value)) {
            return leaveOut("open without an amount", id);
        }
        return Optional.of(new Past(
                state,
                value,
                won ? amount.getAsDouble() : 0,
                deal.stageIntervals().value().orElseGet(ImmutableList::of)));
    }

    private Optional<Past> leaveOut(String reason, String id) {
        omitted.computeIfAbsent(reason, name -> new ArrayList<>()).add(id);
        return Optional.empty();
    }

    /** The last amount that history knows of the time before the close; else the list price; else today's amount. */
    private double whileOpen(DealOnDay state, OptionalDouble amount) {
        Opportunity deal = state.deal();
        boolean endedOrWill = !state.isOpen() || state.inHindsight();
        if (!endedOrWill && deal.amount().isPresent()) {
            boolean typed =
                    deal.history().stream().anyMatch(change -> change.field().equals("amount"));
            if (typed || deal.lines().isEmpty()) {
                return amount.orElse(Double.NaN);
            }
        }
        OptionalDouble before = endedOrWill
                ? DealReader.amountBeforeClose(deal).map(this::minorUnits).orElseGet(OptionalDouble::empty)
                : OptionalDouble.empty();
        OptionalDouble known = before.isPresent() ? before : atList(deal);
        if (known.isPresent()) {
            return known.getAsDouble();
        }
        if (endedOrWill && deal.amount().isPresent()) {
            inHindsight.add(deal.id().value());
        }
        return amount.orElse(Double.NaN);
    }

    private OptionalDouble atList(Opportunity deal) {
        double sum = 0;
        boolean any = false;
        for (ProductLine line : deal.lines()) {
            Optional<MonetaryAmount> price = line.list().or(line::sold);
            if (price.isPresent()) {
                OptionalDouble units = minorUnits(price.get());
                if (units.isEmpty()) {
                    return units;
                }
                sum += units.getAsDouble();
                any = true;
            }
        }
        return any ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    /** An estimate is made of amounts as doubles; what is booked is summed exactly elsewhere. */
    private OptionalDouble minorUnits(MonetaryAmount amount) {
        BigDecimal number = Amounts.number(amount);
        String code = amount.getCurrency().getCurrencyCode();
        if (!code.equals(currency.getCurrencyCode())) {
            return asOf.rates().rate(amount.getCurrency(), currency, asOf.date()).stream()
                    .mapToDouble(rate -> number.movePointRight(decimals).doubleValue()
                            * rate.rate().approximate())
                    .findFirst();
        }
        return OptionalDouble.of(number.movePointRight(decimals).doubleValue());
    }

    private static String productOf(Opportunity deal) {
        List<String> products = deal.lines().stream()
                .map(line -> line.product().value())
                .distinct()
                .toList();
        return products.isEmpty() ? NO_PRODUCT : products.size() == 1 ? products.get(0) : SEVERAL_PRODUCTS;
    }

    /** A deal whose stays are still to be chosen. */
    private final class Past {
        private final DealOnDay state;
        private final Opportunity deal;
        private final int start;
        private final int end;
        private final double value;
        private final double booked;
        private final ImmutableList<StageInterval> intervals;

        Past(DealOnDay state, double value, double booked, ImmutableList<StageInterval> intervals) {
            this.state = state;
            this.deal = state.deal();
            this.start = Math.toIntExact(state.began().toEpochDay());
            this.end = state.closed()
                    .map(closed -> Math.toIntExact(closed.toEpochDay()))
                    .orElse(KnownDeals.OPEN);
            this.value = value;
            this.booked = booked;
            this.intervals = intervals;
        }

        boolean hasStageHistory() {
            return intervals.size() > 1;
        }

        KnownDeal known(boolean byStage) {
            return new KnownDeal(
                    deal.id().value(),
                    start,
                    end,
                    state.outcome() == StageOutcome.WON,
                    value,
                    booked,
                    productOf(deal),
                    deal.owner().map(owner -> owner.value()).orElse(NO_OWNER),
                    presentStage(),
                    byStage ? stays() : ImmutableList.of(new KnownDeal.Stay(0, start)));
        }

        private int presentStage() {
            return state.inHindsight() ? -1 : requireNonNull(stages.get(deal.stage()));
        }

        /** Open stages only: the stay in a won or lost stage is no stay but the end. */
        private ImmutableList<KnownDeal.Stay> stays() {
            ImmutableList.Builder<KnownDeal.Stay> stays = ImmutableList.builder();
            int last = -1;
            for (StageInterval interval : intervals) {
                Integer stage = stages.get(interval.stage());
                if (stage == null || outcomes.get(interval.stage()) != StageOutcome.OPEN || stage == last) {
                    continue;
                }
                int from = interval.from()
                        .map(at -> Math.toIntExact(
                                LocalDate.ofInstant(at, asOf.zone()).toEpochDay()))
                        .orElse(start);
                stays.add(new KnownDeal.Stay(stage, Math.min(Math.max(from, start), Math.min(end, day))));
                last = stage;
            }
            ImmutableList<KnownDeal.Stay> found = stays.build();
            return found.isEmpty() ? ImmutableList.of(new KnownDeal.Stay(stages.size(), start)) : found;
        }
    }
}
