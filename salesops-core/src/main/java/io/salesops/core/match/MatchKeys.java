package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.salesops.core.finding.Finding;
import io.salesops.core.text.ReferenceLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The match keys of single records: records that share a key of a blocking rule are compared. For engines that block
 * elsewhere, such as a cluster or a database with a column of keys.
 *
 * <p>Columns are read as the comparisons of the model normalise them. Words that are chosen by how many records hold them
 * ({@code rareWords}, {@code wordPrefixes}) cannot be known from one record: {@link #findings()} names those rules, and they
 * give no keys. Immutable and thread-safe.
 */
public final class MatchKeys {
    private static final ImmutableSet<String> OF_ALL_RECORDS = ImmutableSet.of("rareWords", "wordPrefixes");

    private final MatchModel model;
    private final ImmutableList<Finding> findings;

    private MatchKeys(MatchModel model) {
        this.model = model;
        ImmutableList.Builder<Finding> unknown = ImmutableList.builder();
        for (int rule = 0; rule < model.blocking().size(); rule++) {
            if (isOfAllRecords(model.blocking().get(rule))) {
                unknown.add(Finding.warning(
                                "match.key.ofAll",
                                "/blocking/" + rule,
                                "the keys of " + model.blocking().get(rule) + " depend on all records")
                        .maybe("Maybe words(...) or starts(...) instead."));
            }
        }
        this.findings = unknown.build();
    }

    /**
     * Obtains the keys of a model's blocking rules.
     *
     * @throws io.salesops.core.finding.FindingsException with every finding, if the model is not sound
     */
    public static MatchKeys of(MatchModel model) {
        Deduplicator.requireSound(model);
        return new MatchKeys(model);
    }

    /**
     * Obtains the keys of a rule's blocking rules.
     *
     * @throws io.salesops.core.finding.FindingsException with every finding, if the rule is not sound
     */
    public static MatchKeys of(MatchRule rule) {
        RuleMatcher.requireSound(rule);
        return new MatchKeys(RuleComparison.model(rule));
    }

    /** The rules that give no keys. */
    public ImmutableList<Finding> findings() {
        return findings;
    }

    /**
     * Returns the keys of a record by rule; each has a part for each key of its rule. A rule of which a part is missing gives
     * none.
     */
    public ImmutableListMultimap<BlockingRule, ImmutableList<String>> of(MatchRecord record) {
        Rows row = new RecordRows(ImmutableList.of(record), ReferenceLists.standard());
        KeyTables tables = new KeyTables(row, model, PairWeigher.columns(row, model));
        ImmutableListMultimap.Builder<BlockingRule, ImmutableList<String>> keys = ImmutableListMultimap.builder();
        for (BlockingRule rule : model.blocking()) {
            if (!isOfAllRecords(rule)) {
                List<List<String>> parts = new ArrayList<>();
                for (String key : rule.keys()) {
                    KeyTable table = tables.of(key);
                    parts.add(Arrays.stream(table.of(0))
                            .mapToObj(table::text)
                            .sorted()
                            .toList());
                }
                Lists.cartesianProduct(parts).forEach(key -> keys.put(rule, ImmutableList.copyOf(key)));
            }
        }
        return keys.build();
    }

    private static boolean isOfAllRecords(BlockingRule rule) {
        return rule.keys().stream()
                .anyMatch(key -> OF_ALL_RECORDS.contains(
                        BlockKey.parse(key).orElseThrow().function()));
    }
}
