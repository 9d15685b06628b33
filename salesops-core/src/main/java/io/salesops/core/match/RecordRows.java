package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.text.ReferenceLists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few records as rows, in the order given. Immutable and thread-safe. */
final class RecordRows implements Rows {
    private final ImmutableList<MatchRecord> records;
    private final ImmutableList<String> columns;
    private final ReferenceLists lists;

    RecordRows(List<MatchRecord> records, ReferenceLists lists) {
        this.records = ImmutableList.copyOf(records);
        this.columns = records.stream()
                .flatMap(record -> record.columns().keySet().stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
        this.lists = lists;
    }

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public ImmutableList<String> columns() {
        return columns;
    }

    @Override
    public @Nullable String cell(int row, int column) {
        String cell = records.get(row).columns().get(columns.get(column));
        return cell == null || cell.isBlank() ? null : cell;
    }

    @Override
    public String label(int row) {
        return "record " + (row + 1);
    }

    @Override
    public ReferenceLists lists() {
        return lists;
    }
}
