package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.match.BlockingRule;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.ComparisonLevel;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.Dependence;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.FieldComparison;
import io.salesops.core.match.Match;
import io.salesops.core.match.MatchEvaluator;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchRecord;
import io.salesops.core.match.MatchScores;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.MergePlan;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.match.Survivor;
import io.salesops.core.match.Survivorship;
import io.salesops.core.match.TermFrequencies;
import io.salesops.core.match.TrainedModel;
import io.salesops.core.match.TrainingOptions;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.text.Normalizer;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of accounts with duplicates, of match models and of survivorships. */
public final class MatchArbitraries {
    private static final ImmutableList<String> NAMES = ImmutableList.of(
            "Acme Corp",
            "Acme Corporation",
            "Acmee Inc.",
            "Globex GmbH",
            "Globex",
            "Initech Ltd",
            "Initec",
            "Umbrella");
    private static final ImmutableList<String> SITES =
            ImmutableList.of("acme.com", "https://www.acme.com/de", "globex.de", "initech.co.uk", "gmail.com");
    private static final ImmutableList<String> CITIES = ImmutableList.of("Berlin", "Paris", "Parris", "Boston");

    private static final TermFrequencies FREQUENCIES = new TermFrequencies(
            0.5,
            ImmutableSortedMap.of(TermFrequencies.hash("acme.com"), -1.25, TermFrequencies.hash("globex.de"), 2.0));

    private MatchArbitraries() {}

    /** Accounts with unlike ids and much in common: up to 25, names and sites from small stocks, some fields missing. */
    public static Arbitrary<ImmutableList<Account>> accountsWithDuplicates() {
        Arbitrary<Account> accounts = Combinators.combine(
                        Arbitraries.integers().between(0, 200).map(number -> AccountId.of("A-" + number)),
                        Arbitraries.of(NAMES),
                        Arbitraries.of(SITES).optional(0.7),
                        Arbitraries.integers()
                                .between(1, 6)
                                .map(digit -> "+1 415 555 000" + digit)
                                .optional(0.7),
                        Arbitraries.of(CITIES).optional(0.8))
                .as(MatchArbitraries::account);
        return accounts.list().ofMaxSize(25).uniqueElements(Account::id).map(ImmutableList::copyOf);
    }

    private static Account account(
            AccountId id, String name, Optional<String> site, Optional<String> phone, Optional<String> city) {
        return Account.builder()
                .id(id)
                .name(name)
                .website(site)
                .phone(phone)
                .address(city.map(given -> Address.builder().city(given).build()))
                .build();
    }

    /** Sound models of accounts: plain ones, and ones in which columns depend on each other, are crossed and weigh values. */
    public static Arbitrary<MatchModel> models() {
        return Combinators.combine(
                        plainModels(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 0, 2, 3))
                .as((model, dependent, crossed, weighed, refineAbove) -> {
                    FieldComparison name = model.comparisons().get(0);
                    FieldComparison website = model.comparisons().get(1);
                    FieldComparison city = model.comparisons().get(2);
                    return model.withRefineAbove(refineAbove)
                            .withComparisons(
                                    crossed ? crossed(name) : name,
                                    weighed ? website.withFrequencies(FREQUENCIES) : website,
                                    dependent ? city.withGiven(given(city)) : city);
                });
    }

    /** Two levels more, before the last. */
    private static FieldComparison crossed(FieldComparison name) {
        ComparisonLevel last = name.levels().get(2);
        return name.withCrossedWith("city")
                .withLevels(
                        name.levels().get(0),
                        name.levels().get(1),
                        new ComparisonLevel("swapped", last.m() / 4, last.u() / 8),
                        new ComparisonLevel("alone", last.m() / 4, last.u() / 8),
                        new ComparisonLevel("otherwise", last.m() / 2, last.u() * 3 / 4));
    }

    private static Dependence given(FieldComparison city) {
        ImmutableList<Double> independent =
                city.levels().stream().map(ComparisonLevel::u).collect(ImmutableList.toImmutableList());
        return new Dependence("website", ImmutableList.of(ImmutableList.of(0.8, 0.1, 0.1), independent, independent));
    }

    private static Arbitrary<MatchModel> plainModels() {
        Arbitrary<Double> shares = Arbitraries.integers().between(1, 60).map(percent -> percent / 100.0);
        Arbitrary<ImmutableList<ComparisonLevel>> levels = Combinators.combine(
                        shares, Arbitraries.integers().between(1, 39).map(percent -> percent / 100.0), shares)
                .as((exact, near, u) -> ImmutableList.of(
                        new ComparisonLevel("exact", exact, u / 2),
                        new ComparisonLevel("jaroWinkler>=0.9", near, u / 2),
                        new ComparisonLevel("otherwise", 1 - exact - near, 1 - u)));
        return Combinators.combine(
                        levels, levels, levels, shares, Arbitraries.integers().between(-3, 8))
                .as((name, website, city, prior, threshold) -> MatchModel.builder()
                        .id("generated")
                        .version("1")
                        .priorMatches(prior)
                        .threshold(threshold)
                        .addComparisons(
                                comparison("name", Normalizer.COMPANY_NAME, name),
                                comparison("website", Normalizer.DOMAIN, website),
                                comparison("city", Normalizer.TEXT, city))
                        .addBlocking(
                                BlockingRule.of("website"),
                                BlockingRule.of("prefix(name,4)"),
                                BlockingRule.of("city", "phone(phone)"))
                        .build());
    }

    private static FieldComparison comparison(
            String column, Normalizer normalizer, ImmutableList<ComparisonLevel> levels) {
        return FieldComparison.builder()
                .column(column)
                .addNormalize(normalizer)
                .levels(levels)
                .build();
    }

    /** Survivorships of accounts. */
    public static Arbitrary<Survivorship> survivorships() {
        return Combinators.combine(
                        Arbitraries.of(Survivor.class),
                        Arbitraries.maps(
                                        Arbitraries.of("name", "phone", "address", "custom.segment"),
                                        Arbitraries.of(Survivor.class))
                                .ofMaxSize(3))
                .as((otherwise, fields) -> Survivorship.builder()
                        .id("generated")
                        .version("1")
                        .otherwise(otherwise)
                        .fields(fields)
                        .addSources("erp", "web")
                        .build());
    }

    /**
     * Accounts to merge.
     *
     * @param survivorship which values survive
     * @param cluster two or more of the accounts
     * @param accounts accounts with different ids
     */
    public record MergedAccounts(
            Survivorship survivorship, Cluster<AccountId> cluster, ImmutableList<Account> accounts) {}

    /** Accounts with duplicates, some of them to be merged. */
    public static Arbitrary<MergedAccounts> mergedAccounts() {
        Arbitrary<ImmutableList<Account>> accounts = accountsWithDuplicates().filter(all -> all.size() > 1);
        return Combinators.combine(
                        survivorships(), accounts, Arbitraries.integers().between(2, 4))
                .as((survivorship, all, size) -> {
                    ImmutableList<AccountId> members =
                            all.stream().limit(size).map(Account::id).collect(ImmutableList.toImmutableList());
                    return new MergedAccounts(
                            survivorship, new Cluster<>(members.get(members.size() - 1), members), all);
                });
    }

    /** Plans of {@link #mergedAccounts()}. */
    public static Arbitrary<MergePlan<Account>> mergePlans() {
        return mergedAccounts()
                .map(merged -> MergePlanner.accounts(merged.survivorship()).plan(merged.cluster(), merged.accounts()));
    }

    /** Comparisons of {@link #models()}. */
    public static Arbitrary<FieldComparison> fieldComparisons() {
        return Members.of(models().map(MatchModel::comparisons));
    }

    /** Levels of {@link #models()}. */
    public static Arbitrary<ComparisonLevel> comparisonLevels() {
        return Members.of(fieldComparisons().map(FieldComparison::levels));
    }

    /** Blocking rules: a column, part of one, several at once, and the rule that leaves no pair out. */
    public static Arbitrary<BlockingRule> blockingRules() {
        return Arbitraries.of(
                        "website", "prefix(name,4)", "suffix(phone,3)", "word(name,-1)", "domain(website)", "city")
                .list()
                .ofMaxSize(3)
                .uniqueElements()
                .map(keys -> new BlockingRule(ImmutableList.copyOf(keys)));
    }

    /** Clusters of one to four ids; any member may represent the others. */
    public static Arbitrary<Cluster<AccountId>> clusters() {
        return IdArbitraries.accountIds()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements()
                .flatMap(ids -> Arbitraries.of(ids).map(first -> new Cluster<>(first, ImmutableList.copyOf(ids))));
    }

    /** What accounts with duplicates contain by any model. */
    public static Arbitrary<Duplicates<AccountId>> duplicates() {
        return Combinators.combine(models(), accountsWithDuplicates())
                .as((model, accounts) -> Deduplicator.of(model).dedupe(Records.accounts(accounts)));
    }

    /** Pairs that match by their model. */
    public static Arbitrary<Match<AccountId>> matches() {
        return Members.of(duplicates().map(Duplicates::matches));
    }

    /** How well one partition of eight accounts agrees with another. */
    public static Arbitrary<MatchScores> matchScores() {
        return Combinators.combine(partitions(), partitions()).as(MatchEvaluator::evaluate);
    }

    private static Arbitrary<ImmutableList<Cluster<AccountId>>> partitions() {
        return Arbitraries.integers().between(0, 4).list().ofSize(8).map(groups -> {
            ImmutableListMultimap.Builder<Integer, AccountId> members = ImmutableListMultimap.builder();
            for (int i = 0; i < groups.size(); i++) {
                members.put(groups.get(i), AccountId.of("A-" + i));
            }
            return members.build().asMap().values().stream()
                    .map(ImmutableList::copyOf)
                    .map(ids -> new Cluster<>(ids.get(0), ids))
                    .collect(ImmutableList.toImmutableList());
        });
    }

    /** Rows of accounts as they are compared. */
    public static Arbitrary<MatchRecord> matchRecords() {
        return CrmArbitraries.accounts().map(RecordShape.ACCOUNT::row);
    }

    /** The shapes of accounts and of contacts. */
    public static Arbitrary<RecordShape<?, ?>> recordShapes() {
        return Arbitraries.of(RecordShape.ACCOUNT, RecordShape.CONTACT);
    }

    /** Options under which training is quick. */
    public static Arbitrary<TrainingOptions> trainingOptions() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.integers().between(1, 30))
                .as((seed, pairs, all, iterations) -> TrainingOptions.builder()
                        .seed(seed)
                        .randomPairs(pairs)
                        .compareAllUpTo(all)
                        .iterations(iterations)
                        .build());
    }

    /** Models trained on accounts with duplicates; of very few accounts nothing is learnt. */
    public static Arbitrary<TrainedModel> trainedModels() {
        return Combinators.combine(trainingOptions(), accountsWithDuplicates())
                .as((options, accounts) -> MatchTrainer.of(options).train(Records.accounts(accounts)));
    }

    /** What each blocking rule gave to training. */
    public static Arbitrary<TrainedModel.RulePairs> rulePairs() {
        return Combinators.combine(blockingRules(), Arbitraries.longs().between(0, 1_000_000))
                .as(TrainedModel.RulePairs::new);
    }

    /** Models with one fault. */
    public static Arbitrary<NearlyValid<MatchModel>> nearlyValidModels() {
        return NearlyValid.from(
                plainModels(),
                ImmutableList.of(
                        new Flaw<>("match.refine.range", model -> model.withRefineAbove(1)),
                        first("match.crossing.unknown", name -> name.withCrossedWith("nobody")),
                        first(
                                "match.frequency.range",
                                name -> name.withFrequencies(new TermFrequencies(Double.NaN, ImmutableSortedMap.of()))),
                        first(
                                "match.dependence.unknown",
                                name -> name.withGiven(new Dependence("nobody", ImmutableList.of()))),
                        first(
                                "match.dependence.circular",
                                name -> name.withGiven(new Dependence("name", ImmutableList.of()))),
                        first(
                                "match.dependence.shape",
                                name -> name.withGiven(
                                        new Dependence("city", ImmutableList.of(ImmutableList.of(1.0))))),
                        new Flaw<>("match.model.schema", model -> model.withSchema("salesops/match-model/9")),
                        new Flaw<>("match.prior.range", model -> model.withPriorMatches(0)),
                        new Flaw<>("match.prior.range", model -> model.withPriorMatches(1)),
                        new Flaw<>("match.threshold.range", model -> model.withThreshold(Double.POSITIVE_INFINITY)),
                        new Flaw<>("match.threshold.range", model -> model.withThreshold(-1e308)),
                        levels(
                                "match.level.first",
                                levels -> ImmutableList.of(
                                        named(levels.get(0), "exact|typo"), levels.get(1), levels.get(2))),
                        levels(
                                "match.level.bound",
                                levels -> ImmutableList.of(
                                        levels.get(0), named(levels.get(1), "jaroWinkler>=90"), levels.get(2))),
                        new Flaw<>("match.budget.range", model -> model.withPairBudget(0)),
                        new Flaw<>("match.comparison.missing", model -> model.withComparisons(ImmutableList.of())),
                        new Flaw<>(
                                "match.comparison.twice",
                                model -> MatchModel.builder()
                                        .from(model)
                                        .addComparisons(model.comparisons().get(0))
                                        .build()),
                        levels(
                                "match.level.unknown",
                                levels -> ImmutableList.of(
                                        levels.get(0), named(levels.get(1), "jaro>=0.9"), levels.get(2))),
                        levels(
                                "match.level.order",
                                levels -> ImmutableList.of(
                                        levels.get(0), named(levels.get(1), "otherwise"), levels.get(2))),
                        levels(
                                "match.level.otherwise",
                                levels ->
                                        ImmutableList.of(levels.get(0), levels.get(1), named(levels.get(2), "osa<=1"))),
                        levels("match.level.sum", levels -> ImmutableList.of(levels.get(0), levels.get(2))),
                        new Flaw<>("match.blocking.missing", model -> model.withBlocking(ImmutableList.of())),
                        new Flaw<>(
                                "match.blocking.twice",
                                model -> MatchModel.builder()
                                        .from(model)
                                        .addBlocking(model.blocking().get(0))
                                        .build()),
                        new Flaw<>(
                                "match.key.unknown",
                                model -> MatchModel.builder()
                                        .from(model)
                                        .addBlocking(BlockingRule.of("sufix(name,3)"))
                                        .build())));
    }

    private static ComparisonLevel named(ComparisonLevel level, String when) {
        return new ComparisonLevel(when, level.m(), level.u());
    }

    private static Flaw<MatchModel> first(String code, UnaryOperator<FieldComparison> change) {
        return new Flaw<>(
                code,
                model -> model.withComparisons(ImmutableList.<FieldComparison>builder()
                        .add(change.apply(model.comparisons().get(0)))
                        .addAll(model.comparisons()
                                .subList(1, model.comparisons().size()))
                        .build()));
    }

    private static Flaw<MatchModel> levels(String code, UnaryOperator<ImmutableList<ComparisonLevel>> change) {
        return new Flaw<>(code, model -> {
            FieldComparison first = model.comparisons().get(0);
            return model.withComparisons(ImmutableList.<FieldComparison>builder()
                    .add(first.withLevels(change.apply(first.levels())))
                    .addAll(model.comparisons().subList(1, model.comparisons().size()))
                    .build());
        });
    }

    /** Survivorships with one fault. */
    public static Arbitrary<NearlyValid<Survivorship>> nearlyValidSurvivorships() {
        return NearlyValid.from(
                survivorships(),
                ImmutableList.of(
                        new Flaw<>(
                                "merge.survivorship.schema",
                                survivorship -> survivorship.withSchema("salesops/survivorship/9")),
                        new Flaw<>(
                                "merge.field.unknown",
                                survivorship -> survivorship.withFields(ImmutableMap.of("nmae", Survivor.LONGEST)))));
    }
}
