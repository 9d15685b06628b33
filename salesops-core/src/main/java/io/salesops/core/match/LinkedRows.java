package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.text.ReferenceLists;
import org.jspecify.annotations.Nullable;

/** Two tables, one behind the other; columns of one name are one column. */
final class LinkedRows implements Rows {
    private final Records<?> first;
    private final Records<?> second;
    private final ImmutableList<String> columns;
    private final int[] inFirst;
    private final int[] inSecond;

    LinkedRows(Records<?> first, Records<?> second) {
        this.first = first;
        this.second = second;
        this.columns = ImmutableSet.<String>builder()
                .addAll(first.columns())
                .addAll(second.columns())
                .build()
                .asList();
        this.inFirst = columns.stream().mapToInt(first.columns()::indexOf).toArray();
        this.inSecond = columns.stream().mapToInt(second.columns()::indexOf).toArray();
    }

    @Override
    public int size() {
        return first.size() + second.size();
    }

    @Override
    public int split() {
        return first.size();
    }

    @Override
    public ImmutableList<String> columns() {
        return columns;
    }

    @Override
    public @Nullable String cell(int row, int column) {
        boolean isFirst = row < split();
        int at = isFirst ? inFirst[column] : inSecond[column];
        return at < 0 ? null : isFirst ? first.cell(row, at) : second.cell(row - split(), at);
    }

    @Override
    public ImmutableMap<String, String> oneSided() {
        ImmutableMap.Builder<String, String> oneSided = ImmutableMap.builder();
        for (int column = 0; column < columns.size(); column++) {
            if (inFirst[column] < 0 || inSecond[column] < 0) {
                oneSided.put(columns.get(column), inFirst[column] < 0 ? "first" : "second");
            }
        }
        return oneSided.buildOrThrow();
    }

    /** Both tables are read alike: by the lists of the first, or of the second where the first adds nothing. */
    @Override
    public ReferenceLists lists() {
        return first.lists().added().isEmpty() ? second.lists() : first.lists();
    }

    @Override
    public String label(int row) {
        return row < split()
                ? first.ids().get(row).toString()
                : second.ids().get(row - split()).toString();
    }
}
