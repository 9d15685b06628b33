package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.By;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Posts what is missing: for each key the target less what was posted, into the open period, with the period it comes
 * from. Nothing that was posted is changed, and posting the same targets again posts nothing.
 *
 * <p>The sum of all entries of a key is its latest target, whatever came before. Immutable and thread-safe; a call costs
 * O(n log n) in targets and entries.
 */
public final class LedgerPoster {
    private final FiscalPeriod open;
    private final String run;
    private final By by;

    private LedgerPoster(FiscalPeriod open, String run, By by) {
        this.open = open;
        this.run = run;
        this.by = by;
    }

    /**
     * Obtains the poster of a run.
     *
     * @param open the period in which it posts
     * @param run the run, of which the ids of its entries are made: with the payee and a number from 1
     * @param by who runs it and when
     */
    public static LedgerPoster of(FiscalPeriod open, String run, By by) {
        checkArgument(!run.isBlank(), "run must not be blank: '%s'", run);
        return new LedgerPoster(open, run, by);
    }

    /**
     * Returns the entries that make the postings sum to the targets, by origin, component, source, kind and currency.
     *
     * @param posted everything that was posted to the payee, in any order; what the targets do not speak of is left alone
     * @throws IllegalArgumentException if an origin begins after the open period, or an entry is posted in a later period
     */
    public ImmutableList<LedgerEntry> post(PostingTargets targets, Iterable<LedgerEntry> posted) {
        Map<PostingKey, BigDecimal> missing = new TreeMap<>();
        for (PostingTarget target : targets.targets()) {
            checkArgument(
                    !target.origin().from().isAfter(open.from()),
                    "origin %s of %s begins after the open period %s. Maybe open that period first.",
                    target.origin(),
                    target.source(),
                    open);
            missing.merge(PostingKey.of(target), Amounts.number(target.amount()), BigDecimal::add);
        }
        for (LedgerEntry entry : posted) {
            if (targets.covers(entry)) {
                checkArgument(
                        !entry.postedIn().from().isAfter(open.from()),
                        "ledger entry %s is posted in %s, after the open period %s. Maybe that period is closed.",
                        entry.id(),
                        entry.postedIn(),
                        open);
                missing.merge(
                        PostingKey.of(entry), Amounts.number(entry.amount()).negate(), BigDecimal::add);
            }
        }
        ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builder();
        int number = 0;
        for (Map.Entry<PostingKey, BigDecimal> each : missing.entrySet()) {
            if (each.getValue().signum() != 0) {
                number++;
                entries.add(entry(targets, number, each.getKey(), each.getValue()));
            }
        }
        return entries.build();
    }

    private LedgerEntry entry(PostingTargets targets, int number, PostingKey key, BigDecimal amount) {
        return LedgerEntry.builder()
                .id(LedgerEntryId.of(run + "/" + targets.payee() + "/" + number))
                .kind(key.kind())
                .payee(targets.payee())
                .component(key.component())
                .source(key.source())
                .origin(key.origin())
                .postedIn(open)
                .amount(Amounts.of(amount, key.currency()))
                .plan(targets.plan())
                .run(run)
                .by(by)
                .build();
    }
}
