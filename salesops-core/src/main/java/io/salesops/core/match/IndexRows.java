package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of an index as rows, in the order given. */
final class IndexRows<I> implements Rows {
    private final ImmutableList<String> columns;
    private final List<IndexedRow<I>> rows;

    IndexRows(ImmutableList<String> columns, List<IndexedRow<I>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public ImmutableList<String> columns() {
        return columns;
    }

    @Override
    public @Nullable String cell(int row, int column) {
        return rows.get(row).cell(column);
    }

    @Override
    public String label(int row) {
        return String.valueOf(rows.get(row).id());
    }

    /** The compared columns: the texts of the first row, and those of others beside it. */
    ImmutableList<Column> beside(IndexPlan plan, IndexKeys<I> keys) {
        ImmutableList.Builder<Column> beside = ImmutableList.builder();
        for (int c = 0; c < plan.compared(); c++) {
            @Nullable String[] texts = new @Nullable String[rows.size()];
            for (int row = 0; row < texts.length; row++) {
                texts[row] = rows.get(row).text(c);
            }
            int reading = c;
            beside.add(Column.beside(texts, keys.size(), word -> keys.records(reading, word)));
        }
        return beside.build();
    }

    /** What weighs the rows; one thread, one of these. */
    PairWeigher weigher(IndexPlan plan, IndexKeys<I> keys) {
        ImmutableList<Column> beside = beside(plan, keys);
        return new PairWeigher(
                this, plan.model(), plan.weights().of(beside), new PairLevels(plan.conditions(), beside));
    }
}
