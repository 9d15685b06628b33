package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.DealOnDay;
import io.salesops.core.process.DealReader;
import io.salesops.core.process.StageOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** The state of one waterfall: puts each deal, as it was before and after, into buckets whose amounts balance for that deal. */
final class WaterfallRun {
    private static final int EXAMPLES = 5;

    private final WaterfallQuery query;
    private final Criteria<Opportunity> where;
    private final Map<Waterfall.Kind, Tally> tallies = new EnumMap<>(Waterfall.Kind.class);
    private final Map<String, TreeSet<String>> omitted = new TreeMap<>();
    private final TreeSet<String> withoutAmount = new TreeSet<>();

    WaterfallRun(WaterfallQuery query) {
        this.query = query;
        this.where = query.where().orElseGet(Criteria::all);
        for (Waterfall.Kind kind : Waterfall.Kind.values()) {
            tallies.put(kind, new Tally());
        }
    }

    /** Adds a deal that could not be read. */
    void leaveOut(String reason, OpportunityId deal) {
        omitted.computeIfAbsent(reason, name -> new TreeSet<>()).add(deal.value());
    }

    /**
     * Adds a deal.
     *
     * @param before what it was on the eve; absent where it had not begun
     * @param after what it was on the last evening; absent where it is not on record any more
     */
    void add(OpportunityId id, Optional<DealOnDay> before, Optional<DealOnDay> after) {
        Truth meetsBefore = before.map(state -> where.test(state.deal())).orElse(Truth.FALSE);
        Truth meetsAfter = after.map(state -> where.test(state.deal())).orElse(Truth.FALSE);
        if (meetsBefore == Truth.UNKNOWN || meetsAfter == Truth.UNKNOWN) {
            leaveOut("cannot be decided: " + where.words(), id);
            return;
        }
        boolean in = before.isPresent() && before.get().isOpen() && meetsBefore == Truth.TRUE && inWindow(before.get());
        boolean there = after.isPresent() && meetsAfter == Truth.TRUE;
        boolean out = there && after.get().isOpen() && inWindow(after.get());
        boolean ended = there && !after.get().isOpen() && (in || (closedSince(after.get()) && inWindow(after.get())));
        Map<String, BigDecimal> first = in ? worth(before.get(), id) : Map.of();
        if (in) {
            tally(Waterfall.Kind.START).add(id, first);
        }
        Map<String, BigDecimal> last =
                out ? worth(after.get(), id) : ended ? worthAtEnd(after.get(), before, id) : Map.of();
        if (in && (out || ended)) {
            change(id, first, last);
        } else if (in) {
            tally(after.isEmpty() ? Waterfall.Kind.REMOVED : Waterfall.Kind.PUSHED_OUT)
                    .add(id, first);
        } else if (out || ended) {
            Waterfall.Kind entered = before.isEmpty()
                    ? Waterfall.Kind.CREATED
                    : before.get().isOpen() ? Waterfall.Kind.PULLED_IN : Waterfall.Kind.REOPENED;
            tally(entered).add(id, last);
        }
        if (ended) {
            tally(after.get().outcome() == StageOutcome.WON ? Waterfall.Kind.WON : Waterfall.Kind.LOST)
                    .add(id, last);
        } else if (out) {
            tally(Waterfall.Kind.END).add(id, last);
        }
    }

    private Tally tally(Waterfall.Kind kind) {
        return java.util.Objects.requireNonNull(tallies.get(kind));
    }

    /** A deal whose currency changes decreases in one and increases in the other. */
    private void change(OpportunityId id, Map<String, BigDecimal> first, Map<String, BigDecimal> last) {
        Map<String, BigDecimal> more = new TreeMap<>();
        Map<String, BigDecimal> less = new TreeMap<>();
        TreeSet<String> currencies = new TreeSet<>(first.keySet());
        currencies.addAll(last.keySet());
        for (String currency : currencies) {
            BigDecimal difference = last.getOrDefault(currency, BigDecimal.ZERO)
                    .subtract(first.getOrDefault(currency, BigDecimal.ZERO));
            if (difference.signum() != 0) {
                (difference.signum() > 0 ? more : less).put(currency, difference.abs());
            }
        }
        if (!more.isEmpty()) {
            tally(Waterfall.Kind.INCREASED).add(id, more);
        }
        if (!less.isEmpty()) {
            tally(Waterfall.Kind.DECREASED).add(id, less);
        }
    }

    private boolean inWindow(DealOnDay state) {
        return query.window()
                .map(window -> state.deal().closeDate().filter(window::contains).isPresent())
                .orElse(true);
    }

    private boolean closedSince(DealOnDay state) {
        return state.closed().filter(query.days()::contains).isPresent();
    }

    private Map<String, BigDecimal> worth(DealOnDay state, OpportunityId id) {
        Map<String, BigDecimal> worth = query.worth() == WaterfallQuery.Worth.LIST
                ? atList(state.deal())
                : state.inHindsight()
                        ? amount(DealReader.amountBeforeClose(state.deal()).or(state.deal()::amount))
                        : amount(state.deal().amount());
        if (worth.isEmpty()) {
            withoutAmount.add(id.value());
        }
        return worth;
    }

    /** A lost deal is worth what it was when it was last open: CRMs often set lost amounts to nothing. */
    private Map<String, BigDecimal> worthAtEnd(DealOnDay state, Optional<DealOnDay> before, OpportunityId id) {
        if (query.worth() == WaterfallQuery.Worth.AMOUNT && state.outcome() == StageOutcome.LOST) {
            Optional<MonetaryAmount> open = DealReader.amountBeforeClose(state.deal());
            if (open.isPresent()) {
                return amount(open);
            }
            if (before.isPresent() && before.get().isOpen()) {
                return worth(before.get(), id);
            }
        }
        return worth(state, id);
    }

    private static Map<String, BigDecimal> amount(Optional<MonetaryAmount> amount) {
        Map<String, BigDecimal> worth = new TreeMap<>();
        amount.ifPresent(money -> worth.put(money.getCurrency().getCurrencyCode(), Amounts.number(money)));
        return worth;
    }

    private static Map<String, BigDecimal> atList(Opportunity deal) {
        Map<String, BigDecimal> worth = new TreeMap<>();
        deal.lineTotals().list().forEach((currency, sum) -> worth.put(currency, Amounts.number(sum)));
        return worth;
    }

    Waterfall result(RuleRef rule, Provenance computedFrom) {
        ImmutableList.Builder<Waterfall.Bucket> buckets = ImmutableList.builder();
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (Waterfall.Kind kind : Waterfall.Kind.values()) {
            Waterfall.Bucket bucket = tally(kind).bucket(kind);
            buckets.add(bucket);
            if (kind != Waterfall.Kind.END) {
                steps.add(Step.builder()
                        .rule(rule)
                        .label(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .amount(Quantity.of(kind.signOfDeals() * bucket.deals(), "deals"))
                        .inputs(inputs(bucket))
                        .build());
            }
        }
        ImmutableList.Builder<Omission> left = ImmutableList.builder();
        omitted.forEach((reason, ids) -> left.add(Omission.of(reason, ids, EXAMPLES)));
        return new Waterfall(
                buckets.build(),
                new Explanation.Sum(
                        "open on the evening before " + query.days().before().orElseThrow(),
                        Quantity.of(tally(Waterfall.Kind.END).ids.size(), "deals"),
                        steps.build()),
                findings(),
                left.build(),
                computedFrom);
    }

    private static com.google.common.collect.ImmutableMap<String, String> inputs(Waterfall.Bucket bucket) {
        com.google.common.collect.ImmutableMap.Builder<String, String> inputs =
                com.google.common.collect.ImmutableMap.builder();
        bucket.perCurrency()
                .forEach((currency, amount) ->
                        inputs.put(currency, Amounts.number(amount).toPlainString()));
        return inputs.buildOrThrow();
    }

    private ImmutableList<Finding> findings() {
        return withoutAmount.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(Finding.warning(
                                "pipeline.amount.missing",
                                "amount",
                                withoutAmount.size() + " deals have no amount and count as deals only; for example "
                                        + withoutAmount.first())
                        .maybe("Maybe list prices of their products are known."));
    }

    /** The deals and amounts of a bucket. */
    private static final class Tally {
        private final List<OpportunityId> ids = new ArrayList<>();
        private final Map<String, BigDecimal> sums = new TreeMap<>();

        void add(OpportunityId id, Map<String, BigDecimal> worth) {
            ids.add(id);
            worth.forEach((currency, number) -> sums.merge(currency, number, BigDecimal::add));
        }

        Waterfall.Bucket bucket(Waterfall.Kind kind) {
            ImmutableSortedMap.Builder<String, MonetaryAmount> perCurrency = ImmutableSortedMap.naturalOrder();
            sums.forEach((currency, sum) -> perCurrency.put(currency, Amounts.of(sum, Monetary.getCurrency(currency))));
            return new Waterfall.Bucket(
                    kind,
                    ids.size(),
                    perCurrency.build(),
                    ids.stream()
                            .sorted(java.util.Comparator.comparing(OpportunityId::value))
                            .collect(ImmutableList.toImmutableList()));
        }
    }
}
