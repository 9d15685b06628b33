package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.hash.HashingOutputStream;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an index: magic, version, model as JSON, shape, columns, records by id, and a SHA-256 of all before it.
 * Numbers and characters are in groups of seven bits, the lowest first, so that every text, also one with half a
 * surrogate pair, comes back as it was. A text is its length plus 1 and its characters, 0 where there is none.
 */
final class IndexSnapshot {
    private static final byte[] MAGIC = "salesops-index\n".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HASH_BYTES = 32;
    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;
    private static final int MOST_GROUPS = 5;

    private IndexSnapshot() {}

    /** What a snapshot holds. */
    record Content<I extends Comparable<? super I>>(MatchModel model, Records<I> records) {}

    static <I extends Comparable<? super I>> void write(OutputStream to, IndexState<I> state, RecordShape<?, I> shape)
            throws IOException {
        BufferedOutputStream buffer = new BufferedOutputStream(to);
        HashingOutputStream out = new HashingOutputStream(Hashing.sha256(), buffer);
        out.write(MAGIC);
        write(out, VERSION);
        write(out, SalesOpsJson.write(state.plan().model()));
        write(out, shape.id());
        write(out, shape.version());
        write(out, state.columns().size());
        for (String column : state.columns()) {
            write(out, column);
        }
        List<IndexedRow<I>> rows = new ArrayList<>(state.size());
        state.present().forEach(slot -> rows.add(state.row(slot)));
        rows.sort(Comparator.comparing(IndexedRow::id));
        write(out, rows.size());
        for (IndexedRow<I> row : rows) {
            write(out, row.id().toString());
            for (int column = 0; column < state.columns().size(); column++) {
                write(out, row.cell(column));
            }
        }
        buffer.write(out.hash().asBytes());
        buffer.flush();
    }

    private static void write(OutputStream out, int number) throws IOException {
        int rest = number;
        while (rest >= MORE) {
            out.write((rest & (MORE - 1)) | MORE);
            rest >>>= GROUP;
        }
        out.write(rest);
    }

    private static void write(OutputStream out, @Nullable String text) throws IOException {
        write(out, text == null ? 0 : text.length() + 1);
        for (int i = 0; text != null && i < text.length(); i++) {
            write(out, text.charAt(i));
        }
    }

    static <T, I extends Comparable<? super I>> Checked<Content<I>> read(
            InputStream from, RecordShape<T, I> shape, Function<String, I> ids) throws IOException {
        BufferedInputStream buffer = new BufferedInputStream(from);
        HashingInputStream in = new HashingInputStream(Hashing.sha256(), buffer);
        try {
            if (!java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                return refused(
                        "match.snapshot.foreign",
                        "the bytes are no snapshot of an index",
                        "Maybe it is another file, or it is compressed.");
            }
            int version = number(in);
            if (version != VERSION) {
                return refused(
                        "match.snapshot.version",
                        "version " + version + " of the snapshot is not known, only " + VERSION,
                        "Maybe it was written by a newer version of the library.");
            }
            String model = text(in);
            String shapeText = text(in) + " " + text(in);
            ImmutableList<String> columns = texts(in, number(in));
            List<@Nullable String[]> rows = new ArrayList<>();
            List<String> rowIds = new ArrayList<>();
            for (int left = number(in); left > 0; left--) {
                rowIds.add(text(in));
                @Nullable String[] cells = new @Nullable String[columns.size()];
                for (int column = 0; column < cells.length; column++) {
                    cells[column] = cell(in);
                }
                rows.add(cells);
            }
            HashCode hash = in.hash();
            if (!java.util.Arrays.equals(buffer.readNBytes(HASH_BYTES), hash.asBytes()) || buffer.read() >= 0) {
                return damaged("the checksum does not agree with the content");
            }
            String expected = shape.id() + " " + shape.version();
            if (!shapeText.equals(expected)
                    || !columns.equals(shape.columns().keySet().asList())) {
                return refused(
                        "match.snapshot.shape",
                        "the snapshot holds records of shape " + shapeText + " with columns " + columns + ", not of "
                                + expected + " with " + shape.columns().keySet(),
                        "Maybe the shape has changed: build the index anew.");
            }
            return content(model, columns, rowIds, rows, ids);
        } catch (EOFException | DamagedException e) {
            return damaged(String.valueOf(e.getMessage()));
        }
    }

    private static <I extends Comparable<? super I>> Checked<Content<I>> content(
            String modelText,
            ImmutableList<String> columns,
            List<String> rowIds,
            List<@Nullable String[]> rows,
            Function<String, I> ids) {
        Checked<MatchModel> model = SalesOpsJson.read(modelText, MatchModel.class);
        List<Finding> findings = new ArrayList<>(model.findings());
        model.value().ifPresent(read -> findings.addAll(Deduplicator.check(read)));
        Records.Builder<I> records = Records.builder(columns.toArray(String[]::new));
        for (int row = 0; row < rows.size(); row++) {
            try {
                records.add(ids.apply(rowIds.get(row)), rows.get(row));
            } catch (IllegalArgumentException e) {
                findings.add(Finding.error(
                                "match.snapshot.id",
                                rowIds.get(row),
                                "id '" + rowIds.get(row) + "' cannot be read: " + e.getMessage())
                        .maybe("Maybe the ids were of another type."));
            }
        }
        Checked<MatchModel> sound =
                model.value().isPresent() ? Checked.of(model.orThrow(), findings) : Checked.refused(findings);
        return sound.map(read -> new Content<>(read, records.build()));
    }

    private static <R> Checked<R> refused(String code, String message, String remedy) {
        return Checked.refused(ImmutableList.of(Finding.error(code, "", message).maybe(remedy)));
    }

    private static <R> Checked<R> damaged(String message) {
        return refused(
                "match.snapshot.damaged",
                "the snapshot is damaged: " + message,
                "Maybe it was not written to its end, or changed on the way.");
    }

    private static int number(InputStream in) throws IOException {
        int number = 0;
        for (int group = 0; group < MOST_GROUPS; group++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("it ends too early");
            }
            number |= (next & (MORE - 1)) << (group * GROUP);
            if (next < MORE) {
                if (number < 0) {
                    break;
                }
                return number;
            }
        }
        throw new DamagedException("a number is out of range");
    }

    private static String text(InputStream in) throws IOException {
        String text = cell(in);
        if (text == null) {
            throw new DamagedException("a text is missing");
        }
        return text;
    }

    /** Grows with what is there, not with the length that damaged bytes pretend. */
    private static @Nullable String cell(InputStream in) throws IOException {
        int length = number(in) - 1;
        if (length < 0) {
            return null;
        }
        StringBuilder text = new StringBuilder(Math.min(length, 1 << GROUP));
        for (int i = 0; i < length; i++) {
            int letter = number(in);
            if (letter > Character.MAX_VALUE) {
                throw new DamagedException("a character is out of range");
            }
            text.append((char) letter);
        }
        return text.toString();
    }

    private static ImmutableList<String> texts(InputStream in, int count) throws IOException {
        ImmutableList.Builder<String> texts = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return texts.build();
    }

    /** Says why bytes are no snapshot. */
    private static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }
}
