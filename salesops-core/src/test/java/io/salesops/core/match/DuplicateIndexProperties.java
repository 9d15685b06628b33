package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.MatchArbitraries;
import io.salesops.core.text.Normalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of an index: it answers as the batch does, and only what it holds counts, not how that came to be. */
class DuplicateIndexProperties {

    @Provide
    Arbitrary<ImmutableList<Account>> accounts() {
        return MatchArbitraries.accountsWithDuplicates();
    }

    @Provide
    Arbitrary<MatchModel> models() {
        return MatchArbitraries.models();
    }

    /** Accounts whose names are of few words, so that words are now rare and now common; some have many. */
    @Provide
    Arbitrary<ImmutableList<Account>> wordy() {
        Arbitrary<String> words = Arbitraries.of(
                "north",
                "northern",
                "norther",
                "south",
                "southern",
                "bank",
                "banks",
                "banking",
                "trust",
                "river",
                "rivers",
                "union",
                "unions",
                "first",
                "firsts",
                "national",
                "state",
                "city",
                "valley",
                "credit");
        Arbitrary<String> names = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(9, words.list().ofMinSize(1).ofMaxSize(4)),
                        net.jqwik.api.Tuple.of(1, words.list().ofMinSize(13).ofMaxSize(30)))
                .map(all -> String.join(" ", all));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        names,
                        Arbitraries.of("Berlin", "Paris", "Parris", "Boston").optional(0.8))
                .as((id, name, city) -> Account.builder()
                        .id(AccountId.of("A-" + id))
                        .name(name)
                        .address(city.map(given -> Address.builder().city(given).build()))
                        .build())
                .list()
                .ofMaxSize(40)
                .uniqueElements(Account::id)
                .map(ImmutableList::copyOf);
    }

    /** Models whose keys and levels depend on how many records hold a word. */
    @Provide
    Arbitrary<MatchModel> wordModels() {
        ImmutableList<BlockingRule> rules = ImmutableList.of(
                BlockingRule.of("rareWords(name)"),
                BlockingRule.of("wordPrefixes(name,4)"),
                BlockingRule.of("soundexWords(name)"),
                BlockingRule.of("city"),
                BlockingRule.of("words(name)", "words(name)"),
                BlockingRule.of("city", "prefix(name,3)"),
                BlockingRule.of("text(name)"));
        return Combinators.combine(
                        Arbitraries.subsetOf(rules).ofMinSize(1),
                        Arbitraries.of(0, 2, 3, 5),
                        Arbitraries.integers().between(-6, 6))
                .as((chosen, refineAbove, threshold) -> MatchModel.builder()
                        .id("words")
                        .version("1")
                        .priorMatches(0.05)
                        .threshold(threshold)
                        .refineAbove(refineAbove)
                        .addComparisons(
                                FieldComparison.builder()
                                        .column("name")
                                        .addNormalize(Normalizer.TEXT)
                                        .addLevels(
                                                new ComparisonLevel("exact", 0.4, 0.01),
                                                new ComparisonLevel("similar>=0.8", 0.2, 0.02),
                                                new ComparisonLevel("similar>=0.6", 0.1, 0.05),
                                                new ComparisonLevel("jaccard>=0.3", 0.1, 0.1),
                                                new ComparisonLevel("otherwise", 0.2, 0.82))
                                        .build(),
                                FieldComparison.builder()
                                        .column("city")
                                        .addNormalize(Normalizer.TEXT)
                                        .addLevels(
                                                new ComparisonLevel("exact", 0.8, 0.3),
                                                new ComparisonLevel("otherwise", 0.2, 0.7))
                                        .build())
                        .blocking(rules.stream().filter(chosen::contains).collect(ImmutableList.toImmutableList()))
                        .build());
    }

    @Property(tries = 400)
    void anIndexAnswersAsTheBatch(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        holdsAgainstBatch(model, accounts);
    }

    @Property(tries = 400)
    void soItDoesWhereWordsAreCounted(
            @ForAll("wordy") ImmutableList<Account> accounts, @ForAll("wordModels") MatchModel model) {
        holdsAgainstBatch(model, accounts);
    }

    /** For records of the index, and for one that is not in it, also with the id of one that is. */
    private static void holdsAgainstBatch(MatchModel model, ImmutableList<Account> accounts) {
        DuplicateIndex<Account, AccountId> index = DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts);
        Map<AccountId, Map<AccountId, Match<AccountId>>> expected = batch(model, accounts);
        for (Account account : accounts) {
            assertThat(answer(index, account)).isEqualTo(expected.getOrDefault(account.id(), Map.of()));
        }
        if (accounts.size() > 1) {
            Account last = accounts.get(accounts.size() - 1);
            DuplicateIndex<Account, AccountId> without =
                    DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts.subList(0, accounts.size() - 1));
            assertThat(answer(without, last)).isEqualTo(expected.getOrDefault(last.id(), Map.of()));
            Account changed = accounts.get(0).withId(last.id());
            List<Account> replaced = new ArrayList<>(accounts.subList(0, accounts.size() - 1));
            replaced.add(changed);
            assertThat(answer(index, changed)).isEqualTo(batch(model, replaced).getOrDefault(last.id(), Map.of()));
        }
    }

    /** Each pair that the batch compares, or that is equal in all that is compared, at or above the threshold, from both sides. */
    private static Map<AccountId, Map<AccountId, Match<AccountId>>> batch(MatchModel model, List<Account> accounts) {
        Records<AccountId> records = Records.accounts(accounts);
        Comparison comparison = new Comparison(records.rows(), model.withPairBudget(Long.MAX_VALUE), Execution.here());
        Map<AccountId, Map<AccountId, Match<AccountId>>> all = new TreeMap<>();
        for (long pair : withEqual(records, model, comparison)) {
            int first = PairList.first(pair);
            int second = PairList.second(pair);
            AccountId one = records.ids().get(first);
            AccountId other = records.ids().get(second);
            Match<AccountId> match = new Match<>(one, other, comparison.source().explain(first, second));
            all.computeIfAbsent(one, id -> new TreeMap<>()).put(other, match);
            all.computeIfAbsent(other, id -> new TreeMap<>()).put(one, match);
        }
        return all;
    }

    private static long[] withEqual(Records<AccountId> records, MatchModel model, Comparison comparison) {
        ImmutableList<Column> columns = PairWeigher.columns(records.rows(), model);
        PairWeigher weigher = comparison.source().weigher();
        Set<Long> pairs = new TreeSet<>(Longs.asList(comparison.matches()));
        for (int first = 0; first < records.size(); first++) {
            for (int second = first + 1; second < records.size(); second++) {
                int one = first;
                int other = second;
                if (columns.stream().allMatch(column -> column.value(one) == column.value(other))
                        && weigher.weight(first, second) >= comparison.threshold()) {
                    pairs.add(PairList.pack(first, second));
                }
            }
        }
        return Longs.toArray(pairs);
    }

    private static Map<AccountId, Match<AccountId>> answer(DuplicateIndex<Account, AccountId> index, Account account) {
        Map<AccountId, Match<AccountId>> answer = new TreeMap<>();
        for (Match<AccountId> match : index.find(account).matches()) {
            answer.put(match.first().equals(account.id()) ? match.second() : match.first(), match);
        }
        return answer;
    }

    @Property(tries = 200)
    void theBestComesFirstAndExplainsItself(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        DuplicateIndex<Account, AccountId> index = DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts);
        for (Account account : accounts) {
            FoundDuplicates<AccountId> found = index.find(account);
            List<Double> weights = found.matches().stream().map(Match::weight).toList();
            assertThat(weights).isSortedAccordingTo(Collections.reverseOrder());
            assertThat(found.best()).isEqualTo(found.matches().stream().findFirst());
            assertThat(found.ids()).hasSize(found.matches().size()).doesNotContain(account.id());
            assertThat(found.isEmpty()).isEqualTo(found.ids().isEmpty());
            assertThat(found.comparedRecords()).isBetween(found.ids().size(), accounts.size());
        }
    }

    @Property(tries = 200)
    void addingAndRemovingIsTheIdentity(
            @ForAll("wordy") ImmutableList<Account> accounts, @ForAll("wordModels") MatchModel model) {
        if (accounts.isEmpty()) {
            return;
        }
        Account one = accounts.get(0);
        List<Account> others = accounts.subList(1, accounts.size());
        DuplicateIndex<Account, AccountId> index = DuplicateIndex.of(model, RecordShape.ACCOUNT, others);
        byte[] before = bytes(index);
        assertThat(index.add(one)).isTrue();
        assertThat(index.size()).isEqualTo(accounts.size());
        assertThat(index.remove(one.id())).isTrue();
        assertThat(bytes(index)).isEqualTo(before);
        assertSame(index, DuplicateIndex.of(model, RecordShape.ACCOUNT, others), accounts);
    }

    @Property(tries = 300)
    void onlyTheFinalRecordsCount(
            @ForAll("wordy") ImmutableList<Account> accounts,
            @ForAll("wordModels") MatchModel model,
            @ForAll Random random) {
        DuplicateIndex<Account, AccountId> index =
                DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts.subList(0, accounts.size() / 3));
        TreeMap<AccountId, Account> kept = new TreeMap<>();
        accounts.subList(0, accounts.size() / 3).forEach(account -> kept.put(account.id(), account));
        for (int step = 0; step < 60 && !accounts.isEmpty(); step++) {
            Account account = accounts.get(random.nextInt(accounts.size()));
            Account other = accounts.get(random.nextInt(accounts.size())).withId(account.id());
            switch (random.nextInt(3)) {
                case 0 -> assertThat(index.add(account)).isEqualTo(kept.putIfAbsent(account.id(), account) == null);
                case 1 -> assertThat(index.update(other)).isEqualTo(kept.replace(account.id(), other) != null);
                default -> assertThat(index.remove(account.id())).isEqualTo(kept.remove(account.id()) != null);
            }
        }
        List<Account> shuffled = new ArrayList<>(kept.values());
        Collections.shuffle(shuffled, random);
        DuplicateIndex<Account, AccountId> built = DuplicateIndex.of(model, RecordShape.ACCOUNT, List.of());
        shuffled.forEach(built::add);
        assertThat(index.size()).isEqualTo(kept.size());
        assertSame(index, DuplicateIndex.of(model, RecordShape.ACCOUNT, kept.values()), accounts);
        assertSame(index, built, accounts);
    }

    @Property(tries = 100)
    void aSnapshotAnswersTheSame(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model)
            throws IOException {
        DuplicateIndex<Account, AccountId> index = DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts);
        DuplicateIndex<Account, AccountId> read = DuplicateIndex.read(
                        new ByteArrayInputStream(bytes(index)), RecordShape.ACCOUNT, AccountId::of)
                .orThrow();
        assertThat(read.model()).isEqualTo(model);
        assertSame(index, read, accounts);
    }

    @Property(tries = 300)
    void noByteOfASnapshotMayChange(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("models") MatchModel model,
            @ForAll Random random)
            throws IOException {
        byte[] bytes = bytes(DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts));
        byte[] changed = bytes.clone();
        changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        byte[] cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
        for (byte[] damaged : ImmutableList.of(changed, cut, longer)) {
            assertThat(DuplicateIndex.read(new ByteArrayInputStream(damaged), RecordShape.ACCOUNT, AccountId::of)
                            .findings())
                    .hasSize(1)
                    .allSatisfy(finding -> assertThat(finding.code()).startsWith("match.snapshot."));
        }
    }

    private static void assertSame(
            DuplicateIndex<Account, AccountId> index,
            DuplicateIndex<Account, AccountId> other,
            ImmutableList<Account> asked) {
        assertThat(bytes(index)).isEqualTo(bytes(other));
        for (Account account : asked) {
            FoundDuplicates<AccountId> found = index.find(account);
            FoundDuplicates<AccountId> same = other.find(account);
            assertThat(found.matches()).isEqualTo(same.matches());
            assertThat(found.omitted()).isEqualTo(same.omitted());
            assertThat(found.explanation()).isEqualTo(same.explanation());
            assertThat(found.computedFrom()).isEqualTo(same.computedFrom());
        }
    }

    private static byte[] bytes(DuplicateIndex<Account, AccountId> index) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            index.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
