package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.MatchArbitraries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a cluster engine finds with the scorer is what the batch finds. */
class PairScorerProperties {
    private static final ImmutableList<ComparisonLevel> SOFT = ImmutableList.of(
            new ComparisonLevel("exact", 0.5, 0.01),
            new ComparisonLevel("similar>=0.9", 0.2, 0.01),
            new ComparisonLevel("similar>=0.7", 0.1, 0.03),
            new ComparisonLevel("similar>=0.4", 0.1, 0.05),
            new ComparisonLevel("otherwise", 0.1, 0.9));

    @Provide
    Arbitrary<ImmutableList<Account>> accounts() {
        return MatchArbitraries.accountsWithDuplicates();
    }

    /** With soft TF-IDF and keys that go by how common words are. */
    @Provide
    Arbitrary<MatchModel> models() {
        return Combinators.combine(MatchArbitraries.models(), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((model, soft, words) -> {
                    MatchModel read = soft
                            ? MatchModel.builder()
                                    .from(model)
                                    .addComparisons(FieldComparison.builder()
                                            .column("name")
                                            .name("words of name")
                                            .levels(SOFT)
                                            .build())
                                    .build()
                            : model;
                    return words
                            ? MatchModel.builder()
                                    .from(read)
                                    .addBlocking(
                                            BlockingRule.of("rareWords(name)"),
                                            BlockingRule.of("wordPrefixes(city,3)"),
                                            BlockingRule.of("wordPrefixes(words of name,3)", "city"))
                                    .build()
                            : read;
                });
    }

    private static Map<AccountId, MatchRecord> rows(List<Account> accounts) {
        Map<AccountId, MatchRecord> rows = new TreeMap<>();
        accounts.forEach(account -> rows.put(account.id(), RecordShape.ACCOUNT.row(account)));
        return rows;
    }

    /** Counts in parts, as a cluster engine does. */
    private static PairScorer scorer(MatchModel model, List<MatchRecord> rows) {
        int half = rows.size() / 2;
        CorpusStatistics statistics = CorpusStatistics.of(model, rows.subList(half, rows.size()))
                .merge(CorpusStatistics.of(model, rows.subList(0, half)));
        PairScorer scorer = PairScorer.of(model, statistics);
        for (int pass = 0; pass < 2 && scorer.refines(); pass++) {
            scorer = scorer.with(
                    scorer.sizes(rows.subList(0, half)).merge(scorer.sizes(rows.subList(half, rows.size()))));
        }
        return scorer;
    }

    @Property(tries = 300)
    void weighsAsTheBatchDoes(@ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        Map<AccountId, MatchRecord> rows = rows(accounts);
        PairScorer scorer = copy(scorer(model, ImmutableList.copyOf(rows.values())));
        Duplicates<AccountId> batch = Deduplicator.of(model).dedupe(Records.accounts(accounts));
        rows.forEach((first, one) -> rows.forEach((second, other) -> {
            if (first.compareTo(second) < 0) {
                double weight = batch.compared(first, second).weight();
                assertThat(scorer.weight(one, other)).isEqualTo(weight);
                assertThat(scorer.weight(other, one)).isEqualTo(weight);
                assertThat(scorer.explain(one, other).total())
                        .isEqualTo(batch.compared(first, second).explanation().total());
            }
        }));
    }

    @Property(tries = 300)
    void comparesThePairsOfTheBatchEachOnce(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        Map<AccountId, MatchRecord> rows = rows(accounts);
        Records<AccountId> records = Records.accounts(accounts);
        PairScorer scorer = scorer(model, ImmutableList.copyOf(rows.values()));
        Map<PairScorer.Key, Map<AccountId, MatchRecord>> blocks = new TreeMap<>();
        rows.forEach((id, row) -> scorer.keys(row)
                .forEach(key ->
                        blocks.computeIfAbsent(key, first -> new TreeMap<>()).put(id, row)));
        List<ImmutableList<AccountId>> owned = new ArrayList<>();
        List<ScoredPair<AccountId>> scored = new ArrayList<>();
        AgreementCounts counts = AgreementCounts.none();
        for (var block : blocks.entrySet()) {
            List<AccountId> ids = new ArrayList<>(block.getValue().keySet());
            for (int i = 0; i < ids.size(); i++) {
                for (int j = i + 1; j < ids.size(); j++) {
                    MatchRecord one = rows.get(ids.get(i));
                    MatchRecord other = rows.get(ids.get(j));
                    assertThat(one).isNotNull();
                    assertThat(other).isNotNull();
                    if (one != null && other != null && scorer.owns(block.getKey(), one, other)) {
                        owned.add(ImmutableList.of(ids.get(i), ids.get(j)));
                    }
                }
            }
            scored.addAll(scorer.score(block.getKey(), block.getValue()));
            counts = counts.merge(scorer.count(block.getKey(), block.getValue().values()));
        }
        CandidatePairs pairs = CandidatePairs.of(
                records.rows(), model, PairWeigher.columns(records.rows(), model), Long.MAX_VALUE, Execution.here());
        List<ImmutableList<AccountId>> expected = new ArrayList<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            expected.add(ImmutableList.of(
                    records.ids().get(pairs.first(pair)), records.ids().get(pairs.second(pair))));
        }
        assertThat(owned).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(counts.total()).isEqualTo(expected.size());
        List<ScoredPair<AccountId>> streamed = new ArrayList<>();
        StreamedMatches run = Deduplicator.of(model).matchesTo(records, Execution.here(), streamed::add);
        assertThat(scored).containsExactlyInAnyOrderElementsOf(streamed);
        assertThat(run.matches()).isEqualTo(streamed.size());
        assertThat(run.comparedPairs()).isEqualTo(expected.size());
        assertThat(SalesOpsJson.read(SalesOpsJson.write(run), StreamedMatches.class)
                        .orThrow())
                .isEqualTo(run);
    }

    @Property(tries = 100)
    void matchesGoToTheSinkInOneOrderOnAnyThread(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        Records<AccountId> records = Records.accounts(accounts);
        List<ScoredPair<AccountId>> one = new ArrayList<>();
        List<ScoredPair<AccountId>> many = new ArrayList<>();
        Deduplicator deduplicator = Deduplicator.of(model);
        deduplicator.matchesTo(records, Execution.here(), one::add);
        deduplicator.matchesTo(records, Execution.on(task -> new Thread(task).start(), 3), many::add);
        assertThat(many).isEqualTo(one);
        assertThat(new TreeSet<>(one.stream()
                        .map(pair -> pair.first() + " " + pair.second())
                        .toList()))
                .hasSameSizeAs(one);
        Map<ImmutableList<AccountId>, Double> weights = new HashMap<>();
        one.forEach(pair -> weights.put(ImmutableList.of(pair.first(), pair.second()), pair.weight()));
        deduplicator.dedupe(records).matches().forEach(match -> {
            Double weight = weights.get(ImmutableList.of(match.first(), match.second()));
            if (weight != null) {
                assertThat(weight).isEqualTo(match.weight());
            }
        });
    }

    @Property(tries = 100)
    void statisticsMergeInAnyGrouping(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        List<MatchRecord> rows = ImmutableList.copyOf(rows(accounts).values());
        CorpusStatistics all = CorpusStatistics.of(model, rows);
        CorpusStatistics merged = CorpusStatistics.none();
        for (MatchRecord row : rows) {
            merged = CorpusStatistics.of(model, ImmutableList.of(row)).merge(merged);
        }
        assertThat(merged.records()).isEqualTo(all.records());
        if (!rows.isEmpty()) {
            assertThat(merged).isEqualTo(all);
        }
        assertThat(SalesOpsJson.read(SalesOpsJson.write(all), CorpusStatistics.class)
                        .orThrow())
                .isEqualTo(all);
        assertThat(SalesOpsJson.write(all)).doesNotContain("acme").doesNotContain("globex");
    }

    @Property(tries = 100)
    void countsMergeInAnyGrouping(
            @ForAll("counts") AgreementCounts a,
            @ForAll("counts") AgreementCounts b,
            @ForAll("counts") AgreementCounts c) {
        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
        assertThat(a.merge(b)).isEqualTo(b.merge(a));
        assertThat(a.merge(AgreementCounts.none())).isEqualTo(a);
        assertThat(a.merge(b).total()).isEqualTo(a.total() + b.total());
    }

    @Provide
    Arbitrary<AgreementCounts> counts() {
        return Arbitraries.maps(
                        Arbitraries.of("1.1", "1.0", "2.1", "0.0"),
                        Arbitraries.longs().between(0, 1_000_000_000L))
                .map(counts -> new AgreementCounts(ImmutableSortedMap.copyOf(counts)));
    }

    private static PairScorer copy(PairScorer scorer) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(scorer);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (PairScorer) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
