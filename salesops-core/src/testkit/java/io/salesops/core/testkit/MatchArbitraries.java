package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.match.BlockingRule;
import io.salesops.core.match.ComparisonLevel;
import io.salesops.core.match.FieldComparison;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.Survivor;
import io.salesops.core.match.Survivorship;
import io.salesops.core.text.Normalizer;
import java.util.Optional;
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

    /** Sound models of accounts with any probabilities, prior and threshold. */
    public static Arbitrary<MatchModel> models() {
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
}
