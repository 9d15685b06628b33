package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.FindingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Answers for one record, at once, whether it is already here, by the model that finds duplicates in batch.
 *
 * <p><b>Equal to the batch.</b> {@link #find} gives what a {@link Deduplicator} of the same model compares and finds at or
 * above the threshold for the pairs of this record, when it is run over the records of the index with this record among
 * them, in the place of the one that has its id: the same pairs, weights and waterfalls. So for every record of the index,
 * and whatever order it was filled in. What depends on all records does so here as well: the sizes of blocks, against which
 * {@link MatchModel#refineAbove} is held, and how many records hold a word; both are counted in the index as it is, with the
 * record asked about. Term frequencies are the model's. Three differences remain. The index answers by pairs: it joins no
 * clusters, and parts none; records that are equal in all that is compared are found as a batch joins them, whatever blocks
 * they share. The pair budget of the model does not apply: a batch that exceeds it leaves out pairs that the
 * index finds. And at most {@value #MOST_COMPARED} records are compared with one, those of its smallest blocks and the
 * smallest ids of the next block; how many are left out is an omission.
 *
 * <p><b>Concurrency.</b> Any number of threads may ask without a lock while others write. An answer is of the index as it
 * was when {@code find} began: before or after each change, never within one. A change that has returned is seen by every
 * {@code find} that begins later. Writers wait for each other.
 *
 * <p><b>Cost.</b> Memory is linear in the records: their texts, and for each key and counted word of a record 4 to 100
 * bytes, the more the fewer records share it. A look-up costs the keys of the record, the cutting of its large blocks and
 * one comparison for each candidate; a change copies the paths to its keys. Columns of very long texts, of which only the
 * rarest words are keys, cost more: each record of many words that shares one is ranked anew.
 *
 * @param <T> what is looked up
 * @param <I> the type of its ids
 */
public final class DuplicateIndex<T, I extends Comparable<? super I>> {
    /** The most records that are compared with one. */
    public static final int MOST_COMPARED = 10_000;

    private final RecordShape<T, I> shape;
    private final Provenance.Input modelInput;
    private final Object writing = new Object();
    private final AtomicReference<IndexState<I>> state;

    private DuplicateIndex(MatchModel model, RecordShape<T, I> shape, Records<I> records) {
        this.shape = shape;
        this.modelInput = Deduplicator.input(model);
        this.state = new AtomicReference<>(IndexState.of(new IndexPlan(model), records));
    }

    /**
     * Obtains an index of records.
     *
     * @throws FindingsException with every finding, if the model is not sound; naming every id that occurs twice
     */
    public static <T, I extends Comparable<? super I>> DuplicateIndex<T, I> of(
            MatchModel model, RecordShape<T, I> shape, Iterable<T> records) {
        Deduplicator.requireSound(model);
        return new DuplicateIndex<>(model, shape, Records.of(shape, records));
    }

    /**
     * Reads an index that {@link #writeTo} has written; it is built anew from the records, which costs what {@link #of}
     * costs.
     *
     * @param snapshot is read to the end, and not closed
     * @param shape the shape with which the index was made
     * @param ids the id of a text that {@code toString} has made of it
     * @return the index; refused with findings where the bytes are no snapshot, of an unknown version, damaged, or of
     *     records of another shape
     * @throws IOException if the stream cannot be read
     */
    public static <T, I extends Comparable<? super I>> Checked<DuplicateIndex<T, I>> read(
            InputStream snapshot, RecordShape<T, I> shape, Function<String, I> ids) throws IOException {
        return IndexSnapshot.read(snapshot, shape, ids)
                .map(content -> new DuplicateIndex<>(content.model(), shape, content.records()));
    }

    /** The model. */
    public MatchModel model() {
        return now().plan().model();
    }

    /** How many records there are. */
    public int size() {
        return now().size();
    }

    /** Whether there is a record of this id. */
    public boolean contains(I id) {
        return now().slot(id) >= 0;
    }

    /**
     * Finds the records that are the same as this one, best first. The record itself, known by its id, is never among
     * them, whether it is in the index or not.
     */
    public FoundDuplicates<I> find(T record) {
        IndexState<I> seen = now();
        Read<I> read = read(seen, record);
        return new FoundDuplicates<>(seen, read.row, read.columns, modelInput, MOST_COMPARED);
    }

    /**
     * Adds a record.
     *
     * @return whether it was added; false where a record of this id is there, which stays as it is
     */
    public boolean add(T record) {
        synchronized (writing) {
            boolean isNew = !contains(shape.key().apply(record));
            if (isNew) {
                put(record);
            }
            return isNew;
        }
    }

    /**
     * Puts a record in the place of that of its id.
     *
     * @return whether it was updated; false where no record of this id is there, and none is added
     */
    public boolean update(T record) {
        synchronized (writing) {
            boolean isKnown = contains(shape.key().apply(record));
            if (isKnown) {
                put(record);
            }
            return isKnown;
        }
    }

    private void put(T record) {
        Read<I> read = read(now(), record);
        state.set(now().with(read.row, read.columns));
    }

    /**
     * Forgets a record: nothing of it stays, neither its texts nor that there was one. Answers that were given before keep
     * what they were found in, until they are dropped; so do snapshots.
     *
     * @return whether it was there
     */
    public boolean remove(I id) {
        synchronized (writing) {
            IndexState<I> before = now();
            state.set(before.without(id));
            return now() != before;
        }
    }

    /**
     * Writes the index as it is when the call begins: the model and the records, in the order of their ids, so that equal
     * indices are equal bytes; ends with a SHA-256 of all. The stream is flushed, and not closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public void writeTo(OutputStream snapshot) throws IOException {
        IndexSnapshot.write(snapshot, now(), shape);
    }

    private static final class Read<I> {
        private final IndexedRow<I> row;
        private final ImmutableList<Column> columns;

        Read(IndexedRow<I> row, ImmutableList<Column> columns) {
            this.row = row;
            this.columns = columns;
        }
    }

    private Read<I> read(IndexState<I> now, T record) {
        Records<I> one = Records.of(shape, List.of(record));
        ImmutableList<Column> columns = now.plan().columns(one.rows());
        I id = one.ids().get(0);
        return new Read<>(new IndexedRow<>(id, one.cells(0), IndexState.texts(columns, 0)), columns);
    }

    /** The records as they are now. */
    private IndexState<I> now() {
        return checkNotNull(state.get());
    }
}
