package io.salesops.core.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Blanks;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Location;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a file writes its days, by reading all of it: the one pattern by which every day of the file is one.
 *
 * <p>Tried are the patterns of the mapping, or the common ones where it states none. Where several patterns read every day,
 * and not as the same days, the file is ambiguous and refused: nothing is guessed. Cells that cannot be read at all, and
 * moments with an offset, say nothing about days. Cost is linear in the file; memory is that of one row and 4,096 texts.
 * Immutable and thread-safe.
 */
public final class DateDetector {
    private static final int REMEMBERED = 4096;

    private final CompiledMapping mapping;

    private DateDetector(CompiledMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Obtains a detector.
     *
     * @throws FindingsException with everything that is wrong with the mapping
     */
    public static DateDetector of(CrmMapping mapping) {
        ImmutableList<Finding> findings = MappingCheck.of(mapping);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new DateDetector(new CompiledMapping(mapping));
    }

    /**
     * Reads a file to its end and returns the mapping with its pattern of days, or why there is none.
     *
     * @param source the name of the file in findings
     * @param file the text, which the caller opened and closes
     */
    public Checked<CrmMapping> detect(String source, Reader file) {
        Run run = new Run(source);
        try {
            SourceRows row = mapping.rows(file);
            if (row instanceof DelimitedReader) {
                boolean isHeader = false;
                while (!isHeader && row.next()) {
                    isHeader = row.flaw() != null || row.cells() > 1 || !Blanks.isBlank(row.cell(0));
                }
                Header header = isHeader && row.flaw() == null
                        ? Header.of(mapping, source, row, finding -> {})
                        : Header.unreadable(mapping);
                run.read(row, header);
            } else {
                run.read(row, Header.of(mapping));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
        return run.result();
    }

    /** The patterns that are still possible. */
    private final class Run {
        private final String source;
        private final DayReader days = mapping.days;
        private final boolean[] possible = new boolean[days.size()];
        private final boolean[][] differ = new boolean[days.size()][days.size()];
        private final Set<String> seen = new HashSet<>();
        private long values;
        private @Nullable String excluding;
        private @Nullable Location excludedAt;
        private @Nullable String twoDays;
        private @Nullable Location twoDaysAt;

        Run(String source) {
            this.source = source;
            Arrays.fill(possible, true);
        }

        void read(SourceRows row, Header header) throws IOException {
            List<Header.Column> columns = new ArrayList<>();
            for (Header.Column column : header.columns()) {
                if (column.type() == FieldType.DAY || column.type() == FieldType.INSTANT) {
                    columns.add(column);
                }
            }
            while (row.next()) {
                if (row.flaw() != null || row.cells() != header.width()) {
                    continue;
                }
                for (Header.Column column : columns) {
                    String text = Blanks.strip(row.cell(column.cell()));
                    if (!text.isEmpty() && !mapping.missing.contains(text)) {
                        day(text, new Location(source, row.line(column.cell()), row.column(column.cell())));
                    }
                }
            }
        }

        private void day(String text, Location location) {
            if (seen.contains(text) || mapping.moments.read(text).isPresent()) {
                values += seen.contains(text) ? 1 : 0;
                return;
            }
            if (seen.size() < REMEMBERED) {
                seen.add(text);
            }
            List<Optional<LocalDate>> read = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                read.add(days.read(i, text));
            }
            if (read.stream().allMatch(Optional::isEmpty)) {
                return;
            }
            values++;
            for (int i = 0; i < days.size(); i++) {
                if (possible[i] && read.get(i).isEmpty()) {
                    possible[i] = false;
                    excluding = text;
                    excludedAt = location;
                }
                for (int j = 0; j < i; j++) {
                    boolean both = read.get(i).isPresent() && read.get(j).isPresent();
                    if (both && !read.get(i).equals(read.get(j))) {
                        differ[i][j] = true;
                        twoDays = twoDays == null ? text : twoDays;
                        twoDaysAt = twoDaysAt == null ? location : twoDaysAt;
                    }
                }
            }
        }

        Checked<CrmMapping> result() {
            if (values == 0) {
                return Checked.of(mapping.mapping, ImmutableList.of());
            }
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                if (possible[i]) {
                    left.add(i);
                }
            }
            if (left.isEmpty()) {
                return Checked.refused(ImmutableList.of(at(
                        Finding.error(
                                        "files.dates.mixed",
                                        "",
                                        "no pattern reads all days: '" + excluding
                                                + "' is none by the pattern of those before it")
                                .maybe("Maybe two files were joined, or dates of the mapping needs another pattern."),
                        excludedAt)));
            }
            for (int i : left) {
                for (int j : left) {
                    if (j < i && differ[i][j]) {
                        return ambiguous(days.pattern(j), days.pattern(i));
                    }
                }
            }
            String pattern = days.pattern(left.get(0));
            return Checked.of(
                    mapping.mapping.withDates(pattern),
                    ImmutableList.of(Finding.info(
                                    "files.dates.detected", "", "all " + values + " days are written as " + pattern)
                            .withEvidence(ImmutableMap.of("dates", pattern))));
        }

        private Checked<CrmMapping> ambiguous(String one, String other) {
            return Checked.refused(ImmutableList.of(at(
                    Finding.error(
                                    "files.dates.ambiguous",
                                    "",
                                    "all " + values + " days can be read as " + one + " and as " + other
                                            + ", for example '" + twoDays + "'")
                            .maybe("Maybe state the one pattern of the file in dates.")
                            .withEvidence(ImmutableMap.of("patterns", one + "|" + other)),
                    twoDaysAt)));
        }

        private Finding at(Finding finding, @Nullable Location location) {
            return location == null ? finding : finding.withLocation(location);
        }
    }
}
