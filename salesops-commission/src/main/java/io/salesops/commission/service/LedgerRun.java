package io.salesops.commission.service;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.accounting.Accruals;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.ledger.LedgerView;
import io.salesops.commission.ledger.Payouts;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.By;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.time.FiscalPeriod;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pays what payees are owed, and accrues what they will be, in one unit of work under a key; the same key again posts nothing.
 *
 * <p>What is due follows from the ledger as it stands, over all plans of a payee. A key is known by the entries it posted: one
 * under which nothing was due has left nothing behind, and may be used again. Of two runs at once one is repeated on what the
 * other left, so that nobody is paid twice. The stores need {@link Ledger}. Immutable and thread-safe; a run reads the whole
 * ledger.
 */
public final class LedgerRun {
    private static final int ATTEMPTS = 20;
    private static final ImmutableSet<Kind> PAYS = ImmutableSet.of(Kind.PAYOUT);
    private static final ImmutableSet<Kind> ACCRUES = ImmutableSet.of(Kind.ACCRUAL, Kind.REVERSAL);
    private final UnitOfWork stores;

    private LedgerRun(UnitOfWork stores) {
        this.stores = stores;
    }

    /** Obtains the runs on a ledger. */
    public static LedgerRun of(UnitOfWork stores) {
        return new LedgerRun(stores);
    }

    /**
     * Posts a payout to each payee who is owed something by what was posted up to the end of the period; who owes is left
     * alone. Refused where somebody was paid in a later period already.
     *
     * @param key names this run; repeated, it posts nothing and returns what was posted
     * @param period in which is paid
     * @throws IllegalArgumentException if the key is blank, or that of another period or of something else than payouts
     */
    public Checked<PostedEntries> pay(String key, FiscalPeriod period, By by) {
        return perform(key, period, by, PAYS, Payouts::due);
    }

    /**
     * Brings what is accrued for each payee to what he is owed, held back or not, by what was posted up to the end of the
     * period. Refused where accruals of a later period were posted already.
     *
     * @param key names this run; repeated, it posts nothing and returns what was posted
     * @param period at whose end is accrued
     * @throws IllegalArgumentException if the key is blank, or that of another period or of something else than accruals
     */
    public Checked<PostedEntries> accrue(String key, FiscalPeriod period, By by) {
        return perform(key, period, by, ACCRUES, Accruals::due);
    }

    private interface Due {
        ImmutableList<LedgerEntry> of(LedgerView ledger, FiscalPeriod period, String key, By by);
    }

    private Checked<PostedEntries> perform(String key, FiscalPeriod period, By by, ImmutableSet<Kind> kinds, Due due) {
        checkArgument(!key.isBlank(), "key of a run must not be blank: '%s'", key);
        By stored = new By(by.who(), by.at().truncatedTo(ChronoUnit.MICROS));
        StaleVersionException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return stores.perform(ports -> post(ports.get(Ledger.class), key, period, stored, kinds, due));
            } catch (StaleVersionException e) {
                // Somebody else posted in the meantime: what he left is what to start from.
                last = e;
            }
        }
        throw new IllegalStateException(
                "run " + key + " was overtaken " + ATTEMPTS + " times. Maybe fewer runs at once.", last);
    }

    private static Checked<PostedEntries> post(
            Ledger ledger, String key, FiscalPeriod period, By by, ImmutableSet<Kind> kinds, Due due) {
        LedgerView all = LedgerView.of(
                ledger.scan(Criteria.<LedgerEntry>all(), found -> ImmutableList.<LedgerEntry>copyOf(found)));
        ImmutableList<LedgerEntry> before =
                all.where(entry -> entry.run().filter(key::equals).isPresent()).entries();
        if (!before.isEmpty()) {
            LedgerEntry first = before.get(0);
            checkArgument(
                    before.stream()
                            .allMatch(entry -> kinds.contains(entry.kind())
                                    && entry.postedIn().equals(period)),
                    "key %s has posted %s in %s. Maybe make keys of what is done, the period and a number.",
                    key,
                    first.kind(),
                    first.postedIn());
            return Checked.accepted(
                    PostedEntries.builder().entries(before).repeated(true).build());
        }
        ImmutableList<LedgerEntry> later = all.where(entry ->
                        kinds.contains(entry.kind()) && entry.postedIn().from().isAfter(period.from()))
                .entries();
        if (!later.isEmpty()) {
            LedgerEntry entry = later.get(0);
            return Checked.refused(List.of(Finding.error(
                            "commission.ledger.late",
                            "/period",
                            entry.kind() + " of " + entry.payee() + " was posted in " + entry.postedIn() + ", after "
                                    + period)
                    .maybe("Maybe settle " + entry.postedIn() + " or a later period.")));
        }
        ImmutableList<LedgerEntry> entries = due.of(all.postedUpTo(period), period, key, by);
        Map<PayeeId, ImmutableList.Builder<LedgerEntry>> byPayee = new TreeMap<>();
        entries.forEach(entry -> byPayee.computeIfAbsent(entry.payee(), none -> ImmutableList.builder())
                .add(entry));
        // Sequences count without a gap: whoever posted after the ledger was read makes this stale.
        byPayee.forEach(
                (payee, own) -> ledger.append(payee, all.payee(payee).entries().size(), own.build()));
        return Checked.accepted(
                PostedEntries.builder().entries(entries).repeated(false).build());
    }
}
