package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** The blocking keys of single records under a model, with what is known of the sizes of blocks. Immutable and thread-safe. */
final class ScoredKeys {
    /** A key of more than this share of the records parts nothing. */
    private static final double COMMON = 0.2;

    private static final String JOINT = "\u0001";

    private final ImmutableList<ImmutableList<BlockKey>> rules;
    /** The numbers of single rules that cut each other's large blocks, two by two; they are numbered behind the rules. */
    private final ImmutableList<int[]> cuts;

    private final int refineAbove;
    private final int common;
    private final BlockSizes sizes;

    ScoredKeys(MatchModel model, long records, BlockSizes sizes) {
        this.rules = model.blocking().stream()
                .map(rule -> rule.keys().stream()
                        .map(text -> BlockKey.parse(text).orElseThrow())
                        .collect(ImmutableList.toImmutableList()))
                .collect(ImmutableList.toImmutableList());
        this.refineAbove = model.refineAbove();
        this.common = Math.max(refineAbove + 1, (int) (COMMON * records));
        this.sizes = sizes;
        ImmutableList.Builder<int[]> cuts = ImmutableList.builder();
        for (int i = 0; i < rules.size() && refineAbove > 0; i++) {
            for (int j = i; j < rules.size(); j++) {
                if (isSingle(i)
                        && isSingle(j)
                        && rules.get(i).get(0).isCutBy(rules.get(j).get(0))) {
                    cuts.add(new int[] {i, j});
                }
            }
        }
        this.cuts = cuts.build();
    }

    private boolean isSingle(int rule) {
        return rules.get(rule).size() == 1;
    }

    /** The keys of a record, ascending, each once. */
    ImmutableList<PairScorer.Key> of(ScoredRows rows, int record) {
        TreeSet<PairScorer.Key> keys = new TreeSet<>();
        List<List<PairScorer.Key>> large = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            List<PairScorer.Key> largeOfRule = new ArrayList<>();
            for (String text : texts(rules.get(rule), rows, record)) {
                PairScorer.Key key = new PairScorer.Key(rule, text);
                long size = refineAbove > 0 && isSingle(rule) ? sizes.of(key) : 0;
                if (size <= refineAbove || refineAbove == 0) {
                    keys.add(key);
                } else if (size <= common) {
                    largeOfRule.add(key);
                }
            }
            Collections.sort(largeOfRule);
            large.add(largeOfRule);
        }
        for (int cut = 0; cut < cuts.size(); cut++) {
            int[] both = cuts.get(cut);
            for (PairScorer.Key one : large.get(both[0])) {
                for (PairScorer.Key other : large.get(both[1])) {
                    // A rule that cuts itself means two different keys of it, in one order.
                    PairScorer.Key key = new PairScorer.Key(rules.size() + cut, one.text() + JOINT + other.text());
                    boolean isOnce = both[0] != both[1] || one.compareTo(other) < 0;
                    if (isOnce && sizes.of(key) <= refineAbove) {
                        keys.add(key);
                    }
                }
            }
        }
        return ImmutableList.copyOf(keys);
    }

    private static List<String> texts(ImmutableList<BlockKey> parts, ScoredRows rows, int record) {
        List<String> texts = List.of("");
        BlockKey before = null;
        for (BlockKey part : parts) {
            Column column = rows.column(part);
            TreeSet<String> mine = new TreeSet<>();
            if (column.value(record) != Column.MISSING) {
                part.forEach(column, column.value(record), mine::add);
            }
            List<String> joined = new ArrayList<>();
            for (String text : texts) {
                String last = text.substring(text.lastIndexOf(JOINT) + 1);
                for (String key : mine) {
                    // A part that stands twice means two different keys of it, in one order.
                    if (!part.equals(before) || key.compareTo(last) > 0) {
                        joined.add(before == null ? key : text + JOINT + key);
                    }
                }
            }
            texts = joined;
            before = part;
        }
        return texts;
    }
}
