package io.salesops.commission.ledger;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.FiscalPeriod;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.money.CurrencyUnit;

/**
 * Entries, and what they sum to: by payee, component and period, as of any period and as known at any instant.
 *
 * <p>As a ledger only grows, a view as known at an instant is the same whenever it is asked for. Immutable and
 * thread-safe; each call costs O(entries).
 */
public final class LedgerView {
    private static final Comparator<CurrencyUnit> BY_CODE = comparing(CurrencyUnit::getCurrencyCode);
    private final ImmutableList<LedgerEntry> entries;

    private LedgerView(ImmutableList<LedgerEntry> entries) {
        this.entries = entries;
    }

    /** Obtains the view of entries. */
    public static LedgerView of(Iterable<LedgerEntry> entries) {
        return new LedgerView(ImmutableList.copyOf(entries));
    }

    /** The entries, in the order in which they were given. */
    public ImmutableList<LedgerEntry> entries() {
        return entries;
    }

    /** Returns the entries of one payee. */
    public LedgerView payee(PayeeId payee) {
        return where(entry -> entry.payee().equals(payee));
    }

    /** Returns the entries under one plan. */
    public LedgerView plan(PlanId plan) {
        return where(entry -> entry.plan().equals(Optional.of(plan)));
    }

    /** Returns the entries of one component. */
    public LedgerView component(String component) {
        return where(entry -> entry.component().equals(component));
    }

    /** Returns the entries that belong to the figures of one period. */
    public LedgerView origin(FiscalPeriod origin) {
        return where(entry -> entry.origin().equals(origin));
    }

    /** Returns the entries that were posted in one period. */
    public LedgerView postedIn(FiscalPeriod period) {
        return where(entry -> entry.postedIn().equals(period));
    }

    /** Returns the entries that were posted in a period or an earlier one. */
    public LedgerView postedUpTo(FiscalPeriod period) {
        return where(entry -> !entry.postedIn().from().isAfter(period.from()));
    }

    /** Returns the entries that had been posted at an instant. */
    public LedgerView knownAt(Instant instant) {
        return where(entry -> !entry.by().at().isAfter(instant));
    }

    /** Returns the entries that meet a condition. */
    public LedgerView where(Predicate<? super LedgerEntry> condition) {
        return new LedgerView(entries.stream().filter(condition).collect(ImmutableList.toImmutableList()));
    }

    /** Returns what the entries of one currency sum to; nothing but zeros if there are none. */
    public Balance balance(CurrencyUnit currency) {
        return Balance.of(
                where(entry -> BY_CODE.compare(entry.amount().getCurrency(), currency) == 0).entries, currency);
    }

    /** Returns what the entries sum to, by currency in the order of codes. */
    public ImmutableMap<CurrencyUnit, Balance> balances() {
        return entries.stream()
                .map(entry -> entry.amount().getCurrency())
                .collect(ImmutableSortedSet.toImmutableSortedSet(BY_CODE))
                .stream()
                .collect(ImmutableMap.toImmutableMap(currency -> currency, this::balance));
    }

    /** Returns the views of the parts with one key each, in the order of keys, for example {@code by(LedgerEntry::postedIn)}. */
    public <K extends Comparable<K>> ImmutableSortedMap<K, LedgerView> by(Function<? super LedgerEntry, K> key) {
        Map<K, ImmutableList.Builder<LedgerEntry>> parts = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            parts.computeIfAbsent(key.apply(entry), none -> ImmutableList.builder())
                    .add(entry);
        }
        ImmutableSortedMap.Builder<K, LedgerView> views = ImmutableSortedMap.naturalOrder();
        parts.forEach((each, part) -> views.put(each, new LedgerView(part.build())));
        return views.buildOrThrow();
    }

    /**
     * Returns what is wrong with the entries: an id that occurs twice; at the end of a period more draw recovered and
     * forgiven than advanced, or more accrual taken back than there was.
     */
    public ImmutableList<Finding> check() {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        Map<LedgerEntryId, LedgerEntry> seen = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            if (seen.put(entry.id(), entry) != null) {
                findings.add(Finding.error(
                        "commission.ledger.duplicate",
                        entry.id() + "/id",
                        "two ledger entries have the id " + entry.id()));
            }
        }
        by(LedgerEntry::payee).forEach((payee, own) -> {
            for (FiscalPeriod period : own.by(LedgerEntry::postedIn).keySet()) {
                own.postedUpTo(period)
                        .balances()
                        .values()
                        .forEach(balance -> findings.addAll(BalanceCheck.check(payee, period, balance)));
            }
        });
        return findings.build();
    }
}
