package io.salesops.core.finding;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Counts the findings of a stream: every one counts and reaches the listener, the first few of each code are kept.
 *
 * <p>Memory depends on the number of codes, not of findings. Not thread-safe: one stream, one tally.
 */
public final class FindingTally {
    /** How many findings of a code are kept unless stated. */
    public static final int KEPT = 20;

    private final int keep;
    private final Consumer<? super Finding> listener;
    private final boolean isHeard;
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private final List<Finding> kept = new ArrayList<>();

    private FindingTally(int keep, Consumer<? super Finding> listener, boolean isHeard) {
        checkArgument(keep >= 0, "keep must not be negative: %s", keep);
        this.isHeard = isHeard;
        this.keep = keep;
        this.listener = listener;
    }

    /** Starts a tally that keeps {@value #KEPT} findings of each code. */
    public static FindingTally keepingFirst() {
        return new FindingTally(KEPT, finding -> {}, false);
    }

    /** Starts a tally that keeps the first {@code keep} findings of each code and passes every finding to the listener. */
    public static FindingTally keepingFirst(int keep, Consumer<? super Finding> listener) {
        return new FindingTally(keep, listener, true);
    }

    /** Counts a finding. */
    public void add(Finding finding) {
        if (counts.merge(finding.code(), 1L, Long::sum) <= keep) {
            kept.add(finding);
        }
        listener.accept(finding);
    }

    /**
     * Counts a finding of the code, which is made only if it is kept or somebody listens.
     *
     * @param finding makes the finding, which has the code
     */
    public void add(String code, Supplier<Finding> finding) {
        boolean isKept = counts.merge(code, 1L, Long::sum) <= keep;
        if (isKept || isHeard) {
            Finding made = finding.get();
            if (isKept) {
                kept.add(made);
            }
            listener.accept(made);
        }
    }

    /** How many findings there were of each code. */
    public ImmutableSortedMap<String, Long> counts() {
        return ImmutableSortedMap.copyOfSorted(counts);
    }

    /** The first findings of each code, in the order of the stream. */
    public ImmutableList<Finding> kept() {
        return ImmutableList.copyOf(kept);
    }

    /** The findings that were counted but not kept, one omission a code. */
    public ImmutableList<Omission> omitted() {
        ImmutableList.Builder<Omission> omissions = ImmutableList.builder();
        counts.forEach((code, count) -> {
            if (count > keep) {
                omissions.add(new Omission("further findings " + code, count - keep, ImmutableList.of()));
            }
        });
        return omissions.build();
    }
}
