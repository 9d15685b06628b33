package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The blocking keys that a large table needs, of those a model starts with: each key that no expected match would miss is
 * left out, one after the other, as long as hardly a match is lost altogether. They are chosen on a sample, in which a
 * block is as large as the whole table would make it: what the two records share beside them, enlarged by the share drawn.
 *
 * <p>Greedy backward elimination over the matches of the sample; time is matches times shared keys, squared.
 */
final class KeySelection {
    /** The share of the sample's matches that may be lost. */
    private static final double MOST_LOST = 0.001;

    private static final int MOST_PAIRS = 20_000;
    private static final int FEWEST_PAIRS = 100;

    private final Rows sample;
    private final MatchModel model;
    private final double enlarged;
    private final List<KeyTable> tables = new ArrayList<>();
    private final int[] offsets;
    private final int common;

    private KeySelection(Rows sample, int records, MatchModel model, KeyTables keys) {
        this.sample = sample;
        this.model = model;
        this.enlarged = (double) records / sample.size();
        this.common = CandidatePairs.common(model.refineAbove(), sample.size());
        this.offsets = new int[model.blocking().size() + 1];
        for (int rule = 0; rule < model.blocking().size(); rule++) {
            KeyTable table = keys.of(model.blocking().get(rule).keys().get(0));
            tables.add(table);
            offsets[rule + 1] = offsets[rule] + table.count();
        }
    }

    /**
     * Chooses among the rules of a model that has only rules with one key.
     *
     * @param fit what was learned from the sample
     * @param records how many records the model is for
     */
    static ImmutableList<BlockingRule> of(
            Rows sample,
            int records,
            MatchModel model,
            ImmutableList<Column> columns,
            Estimation fit,
            Execution execution) {
        long[] matches = matches(fit);
        if (matches.length < FEWEST_PAIRS) {
            return model.blocking();
        }
        KeyTables keys = new KeyTables(sample, model, columns);
        keys.prepare(model, execution);
        KeySelection selection = new KeySelection(sample, records, model, keys);
        boolean[] isKept = selection.keep(selection.ways(matches));
        ImmutableList.Builder<BlockingRule> kept = ImmutableList.builder();
        for (int rule = 0; rule < isKept.length; rule++) {
            if (isKept[rule]) {
                kept.add(model.blocking().get(rule));
            }
        }
        return kept.build();
    }

    /** Pairs that are rather one than not, every n-th where there are many. */
    private static long[] matches(Estimation fit) {
        PairList matches = new PairList();
        CandidatePairs pairs = fit.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int pattern = fit.agreement().patternOf(pair);
            if (fit.search().weight(pattern) + fit.search().logOdds() > 0) {
                matches.add(pairs.first(pair), pairs.second(pair));
            }
        }
        long[] all = matches.toArray();
        int step = (all.length + MOST_PAIRS - 1) / MOST_PAIRS;
        long[] some = new long[step == 0 ? 0 : (all.length + step - 1) / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[i * step];
        }
        return some;
    }

    /** The rules, or two rules that cut each other, by which each match is found: both numbers, packed, by match. */
    private long[][] ways(long[] matches) {
        LongNumbers cuts = new LongNumbers(1 << 16);
        long[][] shared = new long[matches.length][];
        boolean[] isAsked = new boolean[offsets[offsets.length - 1]];
        for (int match = 0; match < matches.length; match++) {
            shared[match] = shared(PairList.first(matches[match]), PairList.second(matches[match]));
            for (long way : shared[match]) {
                if (isCut(way)) {
                    cuts.of(way);
                    isAsked[PairList.first(way)] = true;
                    isAsked[PairList.second(way)] = true;
                }
            }
        }
        int[] sizes = sizes(cuts, isAsked);
        long[][] ways = new long[matches.length][];
        for (int match = 0; match < matches.length; match++) {
            ways[match] = Arrays.stream(shared[match])
                    .filter(way -> !isCut(way) || isSmall(sizes[cuts.find(way)]))
                    .map(way -> PairList.pack(rule(PairList.first(way)), rule(PairList.second(way))))
                    .distinct()
                    .toArray();
        }
        return ways;
    }

    private static boolean isCut(long way) {
        return PairList.first(way) != PairList.second(way);
    }

    /** The keys in small blocks that the records share, each with itself, and each two in large ones that cut each other. */
    private long[] shared(int first, int second) {
        PairList ways = new PairList();
        List<Integer> large = new ArrayList<>();
        for (int rule = 0; rule < tables.size(); rule++) {
            KeyTable table = tables.get(rule);
            int[] others = table.of(second);
            for (int key : table.of(first)) {
                if (Arrays.binarySearch(others, key) < 0) {
                    continue;
                }
                if (isSmall(table.size(key))) {
                    ways.add(offsets[rule] + key, offsets[rule] + key);
                } else if (table.size(key) <= common) {
                    large.add(offsets[rule] + key);
                }
            }
        }
        for (int i = 0; i < large.size(); i++) {
            for (int j = i + 1; j < large.size(); j++) {
                if (tables.get(rule(large.get(i)))
                        .key()
                        .isCutBy(tables.get(rule(large.get(j))).key())) {
                    ways.add(large.get(i), large.get(j));
                }
            }
        }
        return ways.toArray();
    }

    /** Whether a block with so many records in the sample is compared as it is in the whole. */
    private boolean isSmall(int size) {
        return 2 + (size - 2) * enlarged <= model.refineAbove();
    }

    private int rule(int key) {
        int at = Arrays.binarySearch(offsets, key);
        // Rules without any key share their offset with the next: the last of them has the key.
        int rule = at < 0 ? -at - 2 : at;
        while (offsets[rule + 1] <= key) {
            rule++;
        }
        return rule;
    }

    /** How many records share both keys of each cut. */
    private int[] sizes(LongNumbers cuts, boolean[] isAsked) {
        int[] sizes = new int[cuts.size()];
        int[] mine = new int[16];
        for (int record = 0; record < sample.size(); record++) {
            int count = 0;
            for (int rule = 0; rule < tables.size(); rule++) {
                for (int key : tables.get(rule).of(record)) {
                    if (isAsked[offsets[rule] + key]) {
                        mine = count == mine.length ? Arrays.copyOf(mine, 2 * count) : mine;
                        mine[count++] = offsets[rule] + key;
                    }
                }
            }
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    int cut = cuts.find(PairList.pack(mine[i], mine[j]));
                    if (cut >= 0) {
                        sizes[cut]++;
                    }
                }
            }
        }
        return sizes;
    }

    private boolean[] keep(long[][] ways) {
        int rules = tables.size();
        int[] left = new int[ways.length];
        int[][] by = new int[ways.length][rules];
        for (int match = 0; match < ways.length; match++) {
            left[match] = ways[match].length;
            for (long way : ways[match]) {
                count(by[match], way, 1);
            }
        }
        boolean[] isKept = new boolean[rules];
        Arrays.fill(isKept, true);
        double mayBeLost = MOST_LOST * ways.length;
        for (int kept = rules; kept > 1; kept--) {
            int least = leastMissed(isKept, left, by);
            mayBeLost -= missed(least, left, by);
            if (mayBeLost < 0) {
                return isKept;
            }
            isKept[least] = false;
            for (int match = 0; match < ways.length; match++) {
                for (int way = 0; way < ways[match].length; way++) {
                    long pair = ways[match][way];
                    if (pair >= 0 && (PairList.first(pair) == least || PairList.second(pair) == least)) {
                        ways[match][way] = -1;
                        left[match]--;
                        count(by[match], pair, -1);
                    }
                }
            }
        }
        return isKept;
    }

    private static void count(int[] by, long way, int change) {
        by[PairList.first(way)] += change;
        if (PairList.first(way) != PairList.second(way)) {
            by[PairList.second(way)] += change;
        }
    }

    /** The rule without which the fewest matches are lost; of equal ones that with the fewest keys, whose blocks are large. */
    private int leastMissed(boolean[] isKept, int[] left, int[][] by) {
        int least = -1;
        int fewest = 0;
        for (int rule = 0; rule < isKept.length; rule++) {
            if (!isKept[rule]) {
                continue;
            }
            int missed = missed(rule, left, by);
            if (least < 0
                    || missed < fewest
                    || (missed == fewest
                            && tables.get(rule).count() < tables.get(least).count())) {
                least = rule;
                fewest = missed;
            }
        }
        return least;
    }

    /** How many matches no other rule finds. */
    private static int missed(int rule, int[] left, int[][] by) {
        int missed = 0;
        for (int match = 0; match < left.length; match++) {
            missed += left[match] > 0 && by[match][rule] == left[match] ? 1 : 0;
        }
        return missed;
    }
}
