package io.salesops.benchmarks.io;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.ImportReport;
import io.salesops.core.run.Execution;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads one file of opportunities into typed records, and by jackson-dataformat-csv into records of the same types, in
 * turns: {@code java -jar benchmarks.jar files}. Figures are the medians of the processor's time.
 *
 * <p>The library also finds what is wrong with each cell, tells identifiers that stand twice, and adds up and fingerprints
 * what it reads; the peer binds. Arguments: how many rows, how many rounds.
 */
public final class FileFigures {
    private final byte[] file;
    private final int rows;
    private BigDecimal sum = BigDecimal.ZERO;

    private FileFigures(int rows) {
        this.rows = rows;
        this.file = DealFile.bytes(rows);
    }

    /** Measures, and prints both figures and their ratio. */
    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 420_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        new FileFigures(rows).run(rounds);
    }

    private void run(int rounds) throws IOException {
        double[] ours = new double[rounds];
        double[] peer = new double[rounds];
        for (int round = -2; round < rounds; round++) {
            double library = megabytesASecond(this::library);
            BigDecimal first = sum;
            double jackson = megabytesASecond(this::jackson);
            if (first.compareTo(sum) != 0) {
                throw new IllegalStateException("the sums differ: " + first + " and " + sum);
            }
            if (round >= 0) {
                ours[round] = library;
                peer[round] = jackson;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(peer);
        double us = ours[rounds / 2];
        double them = peer[rounds / 2];
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %.1f MB: ours=%.1f MB/s peer=%.1f MB/s (jackson-dataformat-csv) ratio=%.2f%n",
                rows,
                file.length / 1e6,
                us,
                them,
                us / them);
    }

    private interface Reading {
        void read(Reader reader) throws IOException;
    }

    private double megabytesASecond(Reading reading) throws IOException {
        sum = BigDecimal.ZERO;
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        reading.read(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8));
        return file.length * 1e3 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }

    private void library(Reader reader) {
        long[] loaded = new long[1];
        ImportReport report = CrmImporter.of(DealFile.MAPPING)
                .opportunities("deals.csv", reader, deal -> loaded[0]++, Execution.here());
        if (report.loaded() != rows || loaded[0] != rows) {
            throw new IllegalStateException(report.explain());
        }
        sum = report.sums().get(0).sum().getNumber().numberValueExact(BigDecimal.class);
    }

    private void jackson(Reader reader) throws IOException {
        CsvMapper mapper = CsvMapper.builder().addModule(new JavaTimeModule()).build();
        ObjectReader records =
                mapper.readerFor(DealRow.class).with(CsvSchema.emptySchema().withHeader());
        int read = 0;
        try (MappingIterator<DealRow> all = records.readValues(reader)) {
            while (all.hasNext()) {
                sum = sum.add(all.next().amount());
                read++;
            }
        }
        if (read != rows) {
            throw new IllegalStateException(read + " rows");
        }
    }
}
