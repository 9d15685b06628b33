package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.cleaners.LowerCaseNormalizeCleaner;
import no.priv.garshol.duke.comparators.QGramComparator;

/**
 * Duke with one setting for all, as it finds none itself: columns of which half the texts are distinct, compared by q-grams
 * with probabilities from 0.4 to 0.9; every pair is compared.
 */
record Duke(Table table, ImmutableList<Integer> columns) {
    static final double DEFAULT = 0.85;

    private static final double LOW = 0.4;
    private static final double HIGH = 0.9;
    private static final double LEAST = 0.05;
    private static final String ID = "id";

    /** With columns of few values, such as countries, nearly all records are one. */
    private boolean isTelling(int column) {
        List<String> texts = table.rows().stream()
                .map(row -> row.get(column))
                .filter(text -> !text.isBlank())
                .toList();
        return 2 * ImmutableSet.copyOf(texts).size() > texts.size();
    }

    List<MatchPeers.Scored> scored() {
        List<Property> properties = new ArrayList<>();
        List<Integer> telling = columns.stream().filter(this::isTelling).toList();
        for (int column : telling) {
            properties.add(new PropertyImpl("c" + column, new QGramComparator(), LOW, HIGH));
        }
        properties.add(new PropertyImpl(ID));
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setProperties(properties);
        configuration.setThreshold(DEFAULT);
        LowerCaseNormalizeCleaner cleaner = new LowerCaseNormalizeCleaner();
        List<RecordImpl> records = new ArrayList<>();
        for (ImmutableList<String> row : table.rows()) {
            RecordImpl record = new RecordImpl();
            record.addValue(ID, row.get(0));
            for (int column : telling) {
                String clean = cleaner.clean(row.get(column));
                if (clean != null && !clean.isEmpty()) {
                    record.addValue("c" + column, clean);
                }
            }
            records.add(record);
        }
        Processor processor = new Processor(configuration, new no.priv.garshol.duke.databases.InMemoryDatabase());
        List<MatchPeers.Scored> scored = new ArrayList<>();
        for (int first = 0; first < records.size(); first++) {
            for (int second = first + 1; second < records.size(); second++) {
                double score = processor.compare(records.get(first), records.get(second));
                if (score >= LEAST) {
                    scored.add(new MatchPeers.Scored(
                            records.get(first).getValue(ID), records.get(second).getValue(ID), score));
                }
            }
        }
        processor.close();
        return scored;
    }
}
