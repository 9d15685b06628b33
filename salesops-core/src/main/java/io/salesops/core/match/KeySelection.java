package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The blocking keys that a large table needs, of those a model starts with: one after the other that by which most expected
 * matches are found that none before finds, until the rest gains next to nothing. They are chosen on a sample, in which a
 * block counts with the size that the whole table would give it: what shares it beside the two records, enlarged by the
 * share drawn.
 *
 * <p>A greedy cover of the sample's matches; time is matches times shared keys, squared, for each key.
 */
final class KeySelection {
    /** A key has to find so many of the sample's matches that no other finds. */
    private static final double LEAST_GAINED = 0.0005;

    private static final int FEWEST_GAINED = 2;

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

    /** Adds the rule, or the two that cut each other, by which most matches are found that no rule kept so far finds. */
    private boolean[] keep(long[][] ways) {
        boolean[] isKept = new boolean[tables.size()];
        int fewest = Math.max(FEWEST_GAINED, (int) (LEAST_GAINED * ways.length));
        long best = best(ways, isKept, fewest);
        while (best >= 0) {
            isKept[PairList.first(best)] = true;
            isKept[PairList.second(best)] = true;
            best = best(ways, isKept, fewest);
        }
        return isKept;
    }

    /** The rule or the two that gain most for each that is added, or -1 where none gains enough. */
    private long best(long[][] ways, boolean[] isKept, int fewest) {
        int rules = isKept.length;
        int[] gained = new int[rules * rules];
        int[] lastMatch = new int[rules * rules];
        for (int match = 0; match < ways.length; match++) {
            if (isFound(ways[match], isKept)) {
                continue;
            }
            for (long way : ways[match]) {
                int first = isKept[PairList.first(way)] ? PairList.second(way) : PairList.first(way);
                int second = isKept[PairList.second(way)] ? PairList.first(way) : PairList.second(way);
                int at = first * rules + second;
                if (lastMatch[at] != match + 1) {
                    lastMatch[at] = match + 1;
                    gained[at]++;
                }
            }
        }
        int best = -1;
        double most = 0;
        for (int at = 0; at < gained.length; at++) {
            int first = at / rules;
            int second = at % rules;
            // What two rules gain includes what each of them gains.
            double gain = first == second
                    ? gained[at]
                    : (gained[at] + gained[first * rules + first] + gained[second * rules + second]) / 2.0;
            if (gained[at] >= fewest && (gain > most || (gain == most && best >= 0 && keys(at) > keys(best)))) {
                most = gain;
                best = at;
            }
        }
        return best < 0 ? -1 : PairList.pack(best / rules, best % rules);
    }

    /** How many keys the less telling of two rules has: many keys make small blocks. */
    private int keys(int two) {
        return Math.min(
                tables.get(two / tables.size()).count(),
                tables.get(two % tables.size()).count());
    }

    private static boolean isFound(long[] ways, boolean[] isKept) {
        for (long way : ways) {
            if (isKept[PairList.first(way)] && isKept[PairList.second(way)]) {
                return true;
            }
        }
        return false;
    }
}
