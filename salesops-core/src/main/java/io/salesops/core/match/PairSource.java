package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.Collections;

/** Makes the match of a pair on request, from the same columns and weights that found it. Immutable and thread-safe. */
final class PairSource<I extends Comparable<? super I>> {
    private final Records<I> records;
    private final MatchModel model;
    private final ImmutableList<Column> columns;
    private final Blocks blocks;

    PairSource(Records<I> records, MatchModel model, ImmutableList<Column> columns, Blocks blocks) {
        this.records = records;
        this.model = model;
        this.columns = columns;
        this.blocks = blocks;
    }

    Records<I> records() {
        return records;
    }

    ImmutableList<BlockingRule> rules() {
        return blocks.rules();
    }

    /** The number of the record, negative where there is none. */
    int number(I id) {
        return Collections.binarySearch(records.ids(), id);
    }

    Match<I> match(int first, int second) {
        BlockingRule rule = blocks.rules().get(blocks.ownerOf(first, second));
        return new Match<>(
                records.ids().get(first),
                records.ids().get(second),
                new PairWeigher(records, model, columns).explain(first, second, rule));
    }
}
