package io.salesops.core.match;

import com.google.common.base.Splitter;
import io.salesops.core.text.Folding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell says beyond others of its row: a full name without first and last name. Words are folded. */
final class Residue {
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();

    private Residue() {}

    static @Nullable String of(Rows rows, int row, int column, int[] others) {
        String cell = rows.cell(row, column);
        if (cell == null) {
            return null;
        }
        List<String> words = new ArrayList<>(BLANK.splitToList(Folding.fold(Column.bounded(cell))));
        for (int other : others) {
            String text = rows.cell(row, other);
            if (text != null) {
                BLANK.split(Folding.fold(Column.bounded(text))).forEach(words::remove);
            }
        }
        return words.isEmpty() ? null : String.join(" ", words);
    }

    /** Whether all words of one cell stand in another of the row; empty where one of them is missing. */
    static java.util.Optional<Boolean> contains(Rows rows, int row, int column, int inner) {
        String whole = rows.cell(row, column);
        String part = rows.cell(row, inner);
        if (whole == null || part == null) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(BLANK.splitToList(Folding.fold(Column.bounded(whole)))
                .containsAll(BLANK.splitToList(Folding.fold(Column.bounded(part)))));
    }
}
