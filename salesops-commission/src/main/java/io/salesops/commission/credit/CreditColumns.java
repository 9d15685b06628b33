package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit.Basis;
import io.salesops.commission.plan.PayeeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a frame, in the order of their arrival. Not thread-safe. */
final class CreditColumns {
    private static final int FIRST = 64;
    private static final ImmutableList<Basis> BASES = ImmutableList.copyOf(Basis.values());

    private final Map<String, Integer> payeeNumbers = new HashMap<>();
    private final List<PayeeId> payees = new ArrayList<>();
    private final Map<String, Integer> measureNumbers = new HashMap<>();
    private final List<String> measures = new ArrayList<>();
    private int size;
    private int[] payee = new int[FIRST];
    private int[] day = new int[FIRST];
    private long[] minor = new long[FIRST];
    private byte[] basis = new byte[FIRST];
    private int[] measure = new int[FIRST];
    private String[] ids = new String[FIRST];

    /** Only where rows came as objects. */
    private @Nullable Credit @Nullable [] originals;

    void add(String id, PayeeId of, int epochDay, long amount, Basis kind, String counts, @Nullable Credit original) {
        if (size == minor.length) {
            grow();
        }
        payee[size] = payeeNumbers.computeIfAbsent(of.value(), key -> {
            payees.add(of);
            return payees.size() - 1;
        });
        day[size] = epochDay;
        minor[size] = amount;
        basis[size] = (byte) BASES.indexOf(kind);
        measure[size] = measureNumbers.computeIfAbsent(counts, key -> {
            measures.add(key);
            return measures.size() - 1;
        });
        ids[size] = id;
        if (original != null) {
            if (originals == null) {
                originals = new Credit[minor.length];
            }
            originals[size] = original;
        }
        size++;
    }

    int size() {
        return size;
    }

    /** The columns in the order of payee, day and id; payees and measures numbered by name. */
    Sorted sorted() {
        ImmutableList<PayeeId> byName = ImmutableList.sortedCopyOf(payees);
        int[] rank = new int[byName.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[payeeNumbers.getOrDefault(byName.get(i).value(), 0)] = i;
        }
        ImmutableList<String> measuresByName = ImmutableList.sortedCopyOf(measures);
        int[] measureRank = new int[measuresByName.size()];
        for (int i = 0; i < measureRank.length; i++) {
            measureRank[measureNumbers.getOrDefault(measuresByName.get(i), 0)] = i;
        }
        int[] ranked = new int[size];
        for (int row = 0; row < size; row++) {
            ranked[row] = rank[payee[row]];
        }
        int[] starts = new int[rank.length + 1];
        int[] order = CreditOrder.sorted(size, ranked, day, ids, starts);
        Sorted sorted = new Sorted(
                byName,
                measuresByName,
                starts,
                new int[size],
                new long[size],
                new byte[size],
                new int[size],
                new String[size],
                originals == null ? null : new Credit[size]);
        for (int i = 0; i < size; i++) {
            int row = order[i];
            sorted.day[i] = day[row];
            sorted.minor[i] = minor[row];
            sorted.basis[i] = basis[row];
            sorted.measure[i] = measureRank[measure[row]];
            sorted.ids[i] = ids[row];
            if (originals != null && sorted.originals != null) {
                sorted.originals[i] = originals[row];
            }
        }
        return sorted;
    }

    private void grow() {
        int length = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * minor.length);
        if (length == minor.length) {
            throw new IllegalStateException(
                    "a frame holds at most " + length + " credits. Maybe stream them payee by payee.");
        }
        payee = Arrays.copyOf(payee, length);
        day = Arrays.copyOf(day, length);
        minor = Arrays.copyOf(minor, length);
        basis = Arrays.copyOf(basis, length);
        measure = Arrays.copyOf(measure, length);
        ids = Arrays.copyOf(ids, length);
        if (originals != null) {
            originals = Arrays.copyOf(originals, length);
        }
    }

    /** Columns that no longer change. */
    static final class Sorted {
        final ImmutableList<PayeeId> payees;
        final ImmutableList<String> measures;
        final int[] starts;
        final int[] day;
        final long[] minor;
        final byte[] basis;
        final int[] measure;
        final String[] ids;
        final @Nullable Credit @Nullable [] originals;

        Sorted(
                ImmutableList<PayeeId> payees,
                ImmutableList<String> measures,
                int[] starts,
                int[] day,
                long[] minor,
                byte[] basis,
                int[] measure,
                String[] ids,
                @Nullable Credit @Nullable [] originals) {
            this.payees = payees;
            this.measures = measures;
            this.starts = starts;
            this.day = day;
            this.minor = minor;
            this.basis = basis;
            this.measure = measure;
            this.ids = ids;
            this.originals = originals;
        }

        Basis basis(int row) {
            return BASES.get(basis[row]);
        }
    }
}
