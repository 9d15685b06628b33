package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.match.BlockingRule;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.ComparisonLevel;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.FieldComparison;
import io.salesops.core.match.Match;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.match.Survivorship;
import io.salesops.core.testkit.MatchCase.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The laws of record matching, held against one model with some records of its kind, or against one survivorship.
 *
 * <p>For every model: the weight of a pair is the same whichever of the two comes first; the order of records is
 * irrelevant; blocking leaves pairs out, and changes no weight; a higher threshold adds no pair; each record is in one
 * cluster at most, every match within one, and every member of a cluster in a match; the model survives JSON.
 *
 * <p>An exact copy of a record weighs at least as much as any other record beside it, where in every comparison the first
 * level, the one of equal texts, has the highest weight of all levels, and not a negative one, whatever the other
 * comparisons say. A model in which equal texts speak against a match, one column's agreement makes another's worth
 * less, or common values tell less, makes no such promise.
 *
 * <p>For every survivorship: a merge leaves one record of a cluster and no reference to the others; undoing it restores
 * what was; the order of records is irrelevant; it survives JSON.
 *
 * <p>Records are drawn from the given ones: copies of them with letters lost, doubled and swapped, with words and whole
 * texts missing, and with texts of others. The pair budget of the model is not part of the laws: what it leaves out
 * depends on all records.
 */
public final class MatchLaws {
    private static final double NO_THRESHOLD = -100_000;
    private static final double MORE_BITS = 1.5;

    private final MatchModel model;
    private final MatchModel open;
    private final Matching matching;

    private MatchLaws(MatchModel model, Matching matching) {
        this.model = model.withPairBudget(Long.MAX_VALUE);
        this.open = this.model.withThreshold(NO_THRESHOLD).withBlocking(BlockingRule.of());
        this.matching = matching;
    }

    /** What finds duplicates by a model: the engine, or in tests one with a fault. */
    interface Matching {
        Found find(MatchModel model, ImmutableList<Row> rows);
    }

    /**
     * What was found.
     *
     * @param weights of the matches, in bits, by the ids of the two
     * @param clusters the clusters
     */
    record Found(ImmutableMap<ImmutableList<String>, Double> weights, ImmutableList<Cluster<String>> clusters) {

        static Found of(Duplicates<String> duplicates) {
            ImmutableMap.Builder<ImmutableList<String>, Double> weights = ImmutableMap.builder();
            for (Match<String> match : duplicates.matches()) {
                weights.put(ImmutableList.of(match.first(), match.second()), match.weight());
            }
            return new Found(weights.buildOrThrow(), duplicates.clusters());
        }
    }

    /**
     * Holds the laws against a model, with {@value Laws#TRIES} cases.
     *
     * @param shape how records are read, for example {@link RecordShape#ACCOUNT}
     * @param examples some records, from which others are drawn
     * @throws AssertionError naming every law that is broken with the smallest case that was found, or every error of a
     *     model that cannot be used, or the columns that the model compares and the shape does not have
     */
    public static <T> void holdFor(MatchModel model, RecordShape<T, ?> shape, Iterable<T> examples) {
        holdFor(model, shape, examples, Laws.TRIES, Laws.SEED);
    }

    /** Holds the laws against a model, with as many cases, drawn from the seed; see the shorter form. */
    public static <T> void holdFor(
            MatchModel model, RecordShape<T, ?> shape, Iterable<T> examples, int tries, long seed) {
        Laws.sound(subject(model), Deduplicator.check(model));
        requireColumns(model, shape);
        ImmutableList.Builder<ImmutableMap<String, String>> rows = ImmutableList.builder();
        examples.forEach(example -> rows.add(shape.row(example).columns()));
        laws(
                        model,
                        rows.build(),
                        (asked, drawn) -> engine(shape.columns().keySet().asList(), asked, drawn))
                .hold(tries, seed);
    }

    /**
     * Holds the laws of merging against a survivorship for accounts, with {@value Laws#TRIES} cases.
     *
     * @param examples some accounts, of which clusters are made
     * @throws AssertionError naming every law that is broken with the smallest case that was found, or every error of a
     *     survivorship that cannot be used
     */
    public static void holdFor(Survivorship survivorship, Iterable<Account> examples) {
        holdFor(survivorship, examples, Laws.TRIES, Laws.SEED);
    }

    /** Holds the laws against a survivorship, with as many cases, drawn from the seed; see the shorter form. */
    public static void holdFor(Survivorship survivorship, Iterable<Account> examples, int tries, long seed) {
        Laws.sound(
                "survivorship " + survivorship.id() + " v" + survivorship.version(), MergePlanner.check(survivorship));
        MergeLaws.laws(
                        survivorship,
                        ImmutableList.copyOf(examples),
                        MergeLaws.Engine.of(MergePlanner.accounts(survivorship)))
                .hold(tries, seed);
    }

    static Found engine(List<String> columns, MatchModel model, ImmutableList<Row> rows) {
        Records.Builder<String> records = Records.builder(columns.toArray(String[]::new));
        for (Row row : rows) {
            records.add(
                    row.id(),
                    columns.stream()
                            .map(column -> row.texts().getOrDefault(column, ""))
                            .toArray(String[]::new));
        }
        return Found.of(Deduplicator.of(model).dedupe(records.build()));
    }

    static Laws<MatchCase> laws(
            MatchModel model, ImmutableList<ImmutableMap<String, String>> examples, Matching matching) {
        Laws.require(!examples.isEmpty(), subject(model) + " needs at least one record to draw others from");
        MatchLaws laws = new MatchLaws(model, matching);
        return Laws.about(
                        subject(model),
                        random -> MatchCase.draw(examples, random),
                        MatchCase::smaller,
                        drawn -> drawn.rows().toString())
                .law("the weight of a pair is symmetric", laws::symmetric)
                .law("the order of records is irrelevant", laws::order)
                .law("blocking changes no weight", laws::blocking)
                .law("a higher threshold adds no pair", laws::threshold)
                .law("clusters part the records", laws::clusters)
                .law("an exact copy weighs most", laws::copy)
                .law("the model survives JSON", drawn -> JsonLaws.roundTrips(model, MatchModel.class));
    }

    /** A column that no record has makes all texts missing, and of missing texts every law is true. */
    private static void requireColumns(MatchModel model, RecordShape<?, ?> shape) {
        Set<String> missing = new TreeSet<>();
        for (FieldComparison comparison : model.comparisons()) {
            missing.add(comparison.column());
            missing.addAll(comparison.without());
        }
        missing.removeAll(shape.columns().keySet());
        Laws.require(
                missing.isEmpty(),
                subject(model) + " compares columns that records of shape " + shape.id() + " do not have: " + missing
                        + "; they have " + shape.columns().keySet()
                        + ". No law was held against it. Maybe it was learned from records of another shape?");
    }

    private static String subject(MatchModel model) {
        return "model " + model.id() + " v" + model.version();
    }

    /** The same rows under ids in the opposite order: the second of each pair is now the first. */
    private void symmetric(MatchCase drawn) {
        ImmutableList<Row> rows = drawn.rows();
        List<Row> turned = new ArrayList<>();
        Map<String, String> newId = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String id = rows.get(rows.size() - 1 - i).id();
            turned.add(rows.get(i).named(id));
            newId.put(rows.get(i).id(), id);
        }
        Found found = matching.find(open, rows);
        Found other = matching.find(open, ImmutableList.copyOf(turned));
        found.weights().forEach((pair, weight) -> {
            ImmutableList<String> opposite =
                    ImmutableList.of(newId.getOrDefault(pair.get(1), ""), newId.getOrDefault(pair.get(0), ""));
            Laws.equal(
                    "weight of " + pair + " in the other order",
                    weight,
                    other.weights().getOrDefault(opposite, Double.NaN));
        });
    }

    private void order(MatchCase drawn) {
        List<Row> shuffled = new ArrayList<>(drawn.rows());
        Collections.shuffle(shuffled, new Random(drawn.seed()));
        Laws.equal(
                "what is found",
                matching.find(model, drawn.rows()),
                matching.find(model, ImmutableList.copyOf(shuffled)));
    }

    private void blocking(MatchCase drawn) {
        Found all = matching.find(open, drawn.rows());
        matching.find(model, drawn.rows())
                .weights()
                .forEach((pair, weight) ->
                        Laws.equal("weight of " + pair, all.weights().getOrDefault(pair, Double.NaN), weight));
    }

    private void threshold(MatchCase drawn) {
        Found low = matching.find(model, drawn.rows());
        Found high = matching.find(model.withThreshold(model.threshold() + MORE_BITS), drawn.rows());
        Laws.require(
                low.weights().keySet().containsAll(high.weights().keySet()),
                MORE_BITS + " bits more make matches of " + high.weights() + " from " + low.weights());
    }

    private void clusters(MatchCase drawn) {
        Found found = matching.find(model, drawn.rows());
        Set<String> clustered = new HashSet<>();
        Set<String> matched = new HashSet<>();
        for (Cluster<String> cluster : found.clusters()) {
            for (String member : cluster.members()) {
                Laws.require(clustered.add(member), member + " is in two clusters: " + found.clusters());
            }
        }
        for (ImmutableList<String> pair : found.weights().keySet()) {
            matched.addAll(pair);
            Laws.require(
                    found.clusters().stream()
                            .anyMatch(cluster -> cluster.members().containsAll(pair)),
                    pair + " match and are in no cluster together: " + found.clusters());
        }
        Laws.equal("records in clusters", matched, clustered);
    }

    private void copy(MatchCase drawn) {
        if (drawn.rows().isEmpty() || !model.comparisons().stream().allMatch(MatchLaws::equalIsBest)) {
            return;
        }
        Row original = drawn.rows().get(0);
        String copy = original.id() + " copied";
        ImmutableList<Row> rows = ImmutableList.<Row>builder()
                .addAll(drawn.rows())
                .add(original.named(copy))
                .build();
        Found found = matching.find(open, rows);
        double most = found.weights().entrySet().stream()
                .filter(pair -> pair.getKey().containsAll(List.of(original.id(), copy)))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(original.id() + " was not compared with its copy"));
        found.weights()
                .forEach((pair, weight) -> Laws.require(
                        !pair.contains(original.id()) || weight <= most,
                        pair + " weigh " + weight + ", and " + original.id() + " with its copy " + most));
    }

    private static boolean equalIsBest(FieldComparison comparison) {
        double equal = comparison.levels().get(0).weight();
        return equal >= 0
                && comparison.given().isEmpty()
                && comparison.crossedWith().isEmpty()
                && comparison.frequencies().isEmpty()
                && comparison.levels().stream()
                        .mapToDouble(ComparisonLevel::weight)
                        .allMatch(weight -> weight <= equal);
    }
}
