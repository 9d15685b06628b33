package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model as an index applies it: the readings of its columns, the tables of its keys and its rules, those that cut large
 * blocks behind those of the model, in the order of the batch. Immutable and thread-safe.
 */
final class IndexPlan {
    private final MatchModel model;
    private final ImmutableList<Reading> readings;
    private final ImmutableList<Table> tables;
    private final ImmutableList<Rule> rules;
    private final PairLevels.Conditions conditions;
    private final PairWeights weights;

    IndexPlan(MatchModel model) {
        this.model = model;
        List<Reading> read = new ArrayList<>();
        model.comparisons()
                .forEach(comparison -> read.add(new Reading(Optional.of(comparison), "", ImmutableList.of())));
        List<Table> made = new ArrayList<>();
        ImmutableList.Builder<Rule> all = ImmutableList.builder();
        List<Rule> single = new ArrayList<>();
        for (BlockingRule rule : model.blocking()) {
            ImmutableList<Integer> of = rule.keys().stream()
                    .map(key -> table(BlockKey.parse(key).orElseThrow(), read, made))
                    .collect(ImmutableList.toImmutableList());
            Rule planned = new Rule(rule, of, false);
            all.add(planned);
            if (of.size() == 1) {
                single.add(planned);
            }
        }
        for (int i = 0; model.refineAbove() > 0 && i < single.size(); i++) {
            for (int j = i; j < single.size(); j++) {
                int one = single.get(i).tables.get(0);
                int other = single.get(j).tables.get(0);
                if (made.get(one).key.isCutBy(made.get(other).key)) {
                    BlockingRule both = new BlockingRule(ImmutableList.of(
                            single.get(i).rule.keys().get(0),
                            single.get(j).rule.keys().get(0)));
                    all.add(new Rule(both, ImmutableList.of(one, other), true));
                }
            }
        }
        this.readings = ImmutableList.copyOf(read);
        this.tables = ImmutableList.copyOf(made);
        this.rules = all.build();
        this.conditions = PairLevels.Conditions.of(model);
        this.weights = new PairWeights(model, columns(new IndexRows<>(ImmutableList.of(), List.of())));
    }

    /** The number of a key's table; columns are read as their comparison reads them. */
    private int table(BlockKey key, List<Reading> read, List<Table> made) {
        for (int table = 0; table < made.size(); table++) {
            if (made.get(table).key.equals(key)) {
                return table;
            }
        }
        made.add(new Table(key, reading(key, read)));
        return made.size() - 1;
    }

    private int reading(BlockKey key, List<Reading> read) {
        for (int c = 0; c < model.comparisons().size() && key.normalizer().isEmpty(); c++) {
            if (model.comparisons().get(c).name().equals(key.column())) {
                return c;
            }
        }
        Reading other = new Reading(
                Optional.empty(),
                key.column(),
                key.normalizer().map(ImmutableList::of).orElse(ImmutableList.of(Normalizer.TEXT)));
        int known = read.indexOf(other);
        if (known >= 0) {
            return known;
        }
        read.add(other);
        return read.size() - 1;
    }

    MatchModel model() {
        return model;
    }

    ImmutableList<Table> tables() {
        return tables;
    }

    ImmutableList<Rule> rules() {
        return rules;
    }

    PairLevels.Conditions conditions() {
        return conditions;
    }

    PairWeights weights() {
        return weights;
    }

    /** How many columns are compared; their readings come first. */
    int compared() {
        return model.comparisons().size();
    }

    int readings() {
        return readings.size();
    }

    /** The columns of some rows, by reading. */
    ImmutableList<Column> columns(Rows rows) {
        return readings.stream().map(reading -> reading.column(rows)).collect(ImmutableList.toImmutableList());
    }

    /** Whether the words of a reading are counted. */
    boolean countsWords(int reading) {
        return conditions.comparesWords(reading)
                || tables.stream()
                        .anyMatch(table -> table.reading == reading && (table.isRareWords() || table.isWordPrefixes()));
    }

    /** Whether records with many words need to be known. */
    boolean ranksWords(int reading) {
        return tables.stream().anyMatch(table -> table.reading == reading && table.isRareWords());
    }

    /** The different words of a text. */
    static Set<String> words(Column column, int value) {
        Set<String> words = new LinkedHashSet<>();
        for (int word : column.words().of(value)) {
            words.add(column.words().text(word));
        }
        return words;
    }

    /** A column as a comparison or a key reads it. */
    private record Reading(Optional<FieldComparison> comparison, String name, ImmutableList<Normalizer> normalize) {
        Column column(Rows rows) {
            return comparison.map(given -> Column.of(rows, given)).orElseGet(() -> Column.of(rows, name, normalize));
        }
    }

    /** The records by one key. */
    record Table(BlockKey key, int reading) {
        boolean isRareWords() {
            return key.function().equals("rareWords");
        }

        boolean isWordPrefixes() {
            return key.function().equals("wordPrefixes");
        }

        /** The words by the start that is their key; empty but for {@code wordPrefixes}. */
        ImmutableMap<String, String> prefixes(Column column, int value) {
            ImmutableMap.Builder<String, String> prefixes = ImmutableMap.builder();
            if (isWordPrefixes()) {
                for (String word : words(column, value)) {
                    if (word.length() > key.number()) {
                        prefixes.put(word, word.substring(0, key.number()));
                    }
                }
            }
            return prefixes.buildOrThrow();
        }

        /** The keys that a text has or may come to have as records come and go, ascending. */
        Set<String> possible(Column column, int value) {
            if (isRareWords()) {
                return words(column, value);
            }
            if (isWordPrefixes()) {
                return new TreeSet<>(prefixes(column, value).values());
            }
            return keys(column, value);
        }

        /** The keys that a text has, among records as the column counts them. */
        Set<String> keys(Column column, int value) {
            Set<String> keys = new TreeSet<>();
            key.forEach(column, value, keys::add);
            return keys;
        }
    }

    /**
     * A rule.
     *
     * @param tables of its keys
     * @param isCut whether it cuts blocks that are large under both keys
     */
    record Rule(BlockingRule rule, ImmutableList<Integer> tables, boolean isCut) {}
}
