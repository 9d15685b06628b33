package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.text.ReferenceLists;
import org.jspecify.annotations.Nullable;

/** Numbered rows of text columns, of one table or of two that are linked: the second then begins at {@link #split()}. */
interface Rows {

    /** How many rows there are. */
    int size();

    /** The columns. */
    ImmutableList<String> columns();

    /** The text of a cell; null where there is none. */
    @Nullable
    String cell(int row, int column);

    /** What explanations call a row. */
    String label(int row);

    /** The lists by which texts are normalised and compared. */
    default ReferenceLists lists() {
        return ReferenceLists.standard();
    }

    /** Where the second table begins; the number of rows where there is one table only. */
    default int split() {
        return size();
    }

    /** Whether pairs are of the two tables, not within one. */
    default boolean isLink() {
        return split() < size();
    }

    /** The columns that only one of two tables has, with the word for the other; none of one table. */
    default ImmutableMap<String, String> oneSided() {
        return ImmutableMap.of();
    }

    /** How many pairs there are. */
    default long pairs() {
        return isLink() ? (long) split() * (size() - split()) : (long) size() * (size() - 1) / 2;
    }
}
