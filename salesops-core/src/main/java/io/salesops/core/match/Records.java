package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.text.ReferenceLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows to compare: an id, and named text columns. The rows are kept in the order of their ids, so that the order in which
 * they came never matters. Immutable and thread-safe; memory is one reference a cell.
 *
 * @param <I> the type of the ids
 */
public final class Records<I extends Comparable<? super I>> {
    private final String shape;
    private final ImmutableList<String> columns;
    private final ImmutableList<I> ids;
    private final ImmutableList<@Nullable String[]> rows;

    private final ReferenceLists lists;

    private Records(
            String shape,
            ImmutableList<String> columns,
            ImmutableList<I> ids,
            ImmutableList<@Nullable String[]> rows,
            ReferenceLists lists) {
        this.shape = shape;
        this.columns = columns;
        this.ids = ids;
        this.rows = rows;
        this.lists = lists;
    }

    private Records(String shape, ImmutableList<String> columns, List<Row<I>> unsorted) {
        List<Row<I>> sorted = new ArrayList<>(unsorted);
        sorted.sort(Comparator.comparing(Row::id));
        this.shape = shape;
        this.columns = columns;
        this.lists = ReferenceLists.standard();
        this.ids = sorted.stream().map(Row::id).collect(ImmutableList.toImmutableList());
        this.rows = sorted.stream().map(row -> row.cells).collect(ImmutableList.toImmutableList());
        ImmutableList<Finding> duplicates = IntStream.range(1, ids.size())
                .filter(i -> ids.get(i).compareTo(ids.get(i - 1)) == 0)
                .mapToObj(i -> Finding.error(
                                "match.id.duplicate", ids.get(i).toString(), "id " + ids.get(i) + " occurs twice")
                        .maybe("Maybe the same file was read twice."))
                .collect(ImmutableList.toImmutableList());
        if (!duplicates.isEmpty()) {
            throw new FindingsException(duplicates);
        }
    }

    /**
     * Obtains the rows of values.
     *
     * @throws FindingsException naming every id that occurs twice
     */
    public static <T, I extends Comparable<? super I>> Records<I> of(RecordShape<T, I> shape, Iterable<T> values) {
        ImmutableList<Function<T, Optional<String>>> texts =
                shape.columns().values().asList();
        List<Row<I>> rows = new ArrayList<>();
        for (T value : values) {
            @Nullable String[] cells = new @Nullable String[texts.size()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = present(texts.get(column).apply(value).orElse(null));
            }
            rows.add(new Row<>(checkNotNull(shape.key().apply(value), "%s has no id", value), cells));
        }
        return new Records<>(shape.id(), shape.columns().keySet().asList(), rows);
    }

    /** Obtains the rows of accounts, read as {@link RecordShape#ACCOUNT}. */
    public static Records<AccountId> accounts(Iterable<Account> accounts) {
        return of(RecordShape.ACCOUNT, accounts);
    }

    /** Obtains the rows of contacts, read as {@link RecordShape#CONTACT}. */
    public static Records<ContactId> contacts(Iterable<Contact> contacts) {
        return of(RecordShape.CONTACT, contacts);
    }

    /** Obtains the rows of leads, read as {@link RecordShape#LEAD}. */
    public static Records<LeadId> leads(Iterable<Lead> leads) {
        return of(RecordShape.LEAD, leads);
    }

    /** Starts rows one at a time; what they were read from need not stay in memory. */
    public static <I extends Comparable<? super I>> Builder<I> builder(String... columns) {
        return new Builder<>(ImmutableList.copyOf(columns));
    }

    /** Returns the same rows, to be normalised and compared by lists that the user added to. */
    public Records<I> with(ReferenceLists added) {
        return new Records<>(shape, columns, ids, rows, added);
    }

    /** The lists by which the rows are normalised and compared. */
    public ReferenceLists lists() {
        return lists;
    }

    /** How many rows there are. */
    public int size() {
        return ids.size();
    }

    /** The columns. */
    public ImmutableList<String> columns() {
        return columns;
    }

    /** The ids, in ascending order. */
    public ImmutableList<I> ids() {
        return ids;
    }

    /** The text of a cell, by the number of the row and of the column; null where there is none. */
    @Nullable
    String cell(int row, int column) {
        return rows.get(row)[column];
    }

    /** The cells of a row; not to be written to. */
    @Nullable
    String[] cells(int row) {
        return rows.get(row);
    }

    /** The rows without their ids. */
    Rows rows() {
        return new Rows() {
            @Override
            public int size() {
                return ids.size();
            }

            @Override
            public ImmutableList<String> columns() {
                return columns;
            }

            @Override
            public @Nullable String cell(int row, int column) {
                return Records.this.cell(row, column);
            }

            @Override
            public ReferenceLists lists() {
                return lists;
            }

            @Override
            public String label(int row) {
                return ids.get(row).toString();
            }
        };
    }

    Provenance.Input input() {
        Iterable<String> facts = () -> IntStream.range(0, size())
                .mapToObj(row -> ids.get(row) + "\u0001" + String.join("\u0001", texts(rows.get(row))))
                .iterator();
        Iterable<String> added = lists.added();
        return new Provenance.Input(
                shape, Integer.toString(size()), Fingerprint.ofFacts(Iterables.concat(facts, added)));
    }

    private static List<String> texts(@Nullable String[] cells) {
        List<String> texts = new ArrayList<>();
        for (String cell : cells) {
            texts.add(cell == null ? "" : cell);
        }
        return texts;
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static final class Row<I> {
        private final I id;
        private final @Nullable String[] cells;

        Row(I id, @Nullable String[] cells) {
            this.id = id;
            this.cells = cells;
        }

        I id() {
            return id;
        }
    }

    /** Builds rows. Not thread-safe. */
    public static final class Builder<I extends Comparable<? super I>> {
        private final ImmutableList<String> columns;
        private final List<Row<I>> rows = new ArrayList<>();

        private Builder(ImmutableList<String> columns) {
            checkArgument(
                    ImmutableSet.copyOf(columns).size() == columns.size(), "a column is named twice: %s", columns);
            this.columns = columns;
        }

        /** Adds a row with a text for each column; null and blank mean that there is none. */
        public Builder<I> add(I id, @Nullable String... values) {
            checkNotNull(id, "row %s has no id. Maybe its line in the file is incomplete.", rows.size() + 1);
            checkArgument(
                    values.length == columns.size(),
                    "row %s has %s values for %s columns: %s",
                    id,
                    values.length,
                    columns.size(),
                    columns);
            @Nullable String[] cells = new @Nullable String[values.length];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = present(values[column]);
            }
            rows.add(new Row<>(id, cells));
            return this;
        }

        /**
         * Returns the rows.
         *
         * @throws FindingsException naming every id that occurs twice
         */
        public Records<I> build() {
            return new Records<>("rows", columns, rows);
        }
    }
}
