package io.salesops.commission.credit;

import io.salesops.commission.plan.PayeeId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.MoneyKernel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;

/** Finds what keeps rows from being a frame: an id that a payee has twice, and amounts that need more than 63 bits together. */
final class FrameCheck {
    private FrameCheck() {}

    /** Amounts of a payee up to each of his rows must fit. */
    static void range(CreditColumns.Sorted sorted, int payee, CurrencyUnit currency, int scale, List<Finding> all) {
        long sum = 0;
        for (int row = sorted.starts[payee]; row < sorted.starts[payee + 1]; row++) {
            // The magnitude of the smallest long is none of its kind; the sum stays negative then.
            sum += Math.abs(sorted.minor[row]);
            if (sum < 0) {
                PayeeId named = sorted.payees.get(payee);
                all.add(Finding.error(
                                "commission.credit.range",
                                "/credits/" + sorted.ids[row],
                                "credits of " + named + " up to " + sorted.ids[row] + " ("
                                        + MoneyKernel.amount(sorted.minor[row], scale, currency)
                                        + ") need more than 63 bits of minor units together")
                        .withEvidence(Map.of(
                                "payee",
                                named.value(),
                                "credit",
                                sorted.ids[row],
                                "minor",
                                Long.toString(sorted.minor[row])))
                        .maybe("Maybe an amount was meant in another unit."));
                return;
            }
        }
    }

    /** An open hash table of rows: no id is compared with more than a few others. */
    static void ids(CreditColumns.Sorted sorted, int payee, List<Finding> all) {
        int start = sorted.starts[payee];
        int end = sorted.starts[payee + 1];
        int mask = Integer.highestOneBit(Math.max(1, end - start)) * 4 - 1;
        int[] table = new int[mask + 1];
        for (int row = start; row < end; row++) {
            int hash = sorted.ids[row].hashCode();
            int slot = (hash ^ (hash >>> 16)) & mask;
            while (table[slot] != 0 && !sorted.ids[table[slot] - 1].equals(sorted.ids[row])) {
                slot = (slot + 1) & mask;
            }
            if (table[slot] != 0) {
                all.add(duplicate(sorted, payee, table[slot] - 1, row));
            } else {
                table[slot] = row + 1;
            }
        }
    }

    private static Finding duplicate(CreditColumns.Sorted sorted, int payee, int first, int second) {
        return Finding.error(
                        "commission.credit.duplicate",
                        "/credits/" + sorted.ids[second],
                        "credit id " + sorted.ids[second] + " occurs twice for " + sorted.payees.get(payee)
                                + ": on " + LocalDate.ofEpochDay(sorted.day[first]) + " and on "
                                + LocalDate.ofEpochDay(sorted.day[second]))
                .withEvidence(Map.of("credit", sorted.ids[second]))
                .maybe("Maybe a file was loaded twice; a correction needs an id of its own.");
    }
}
