package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Rate;
import io.salesops.core.quality.ChangeSet;
import io.salesops.core.quality.Cleanser;
import io.salesops.core.quality.ProposedChange;
import io.salesops.core.quality.QualityChecker;
import io.salesops.core.quality.QualityReport;
import io.salesops.core.quality.QualityRule;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.quality.RuleResult;
import io.salesops.core.quality.ValueCount;
import io.salesops.core.testkit.NearlyValid.Flaw;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of quality rules on records of each kind, and of what checking and cleansing accounts by them gives. */
public final class QualityArbitraries {
    private static final ImmutableMap<QualityRules.Subject, Fields<?>> FIELDS = ImmutableMap.of(
            QualityRules.Subject.ACCOUNT, Account.fields(),
            QualityRules.Subject.CONTACT, Contact.fields(),
            QualityRules.Subject.LEAD, Lead.fields(),
            QualityRules.Subject.OPPORTUNITY, Opportunity.fields());
    private static final ImmutableList<String> WORDS =
            ImmutableList.of("software", "technology", "retail", "DE", "US", "web", "Won");

    private QualityArbitraries() {}

    /**
     * Accounts and the rules that they are checked by.
     *
     * @param rules rules on accounts
     * @param accounts the accounts, some with the same id
     */
    public record CheckedAccounts(QualityRules rules, ImmutableList<Account> accounts) {}

    /** Accounts and rules on accounts. */
    public static Arbitrary<CheckedAccounts> checkedAccounts() {
        Arbitrary<ImmutableList<Account>> any =
                CrmArbitraries.accounts().list().ofMaxSize(6).map(ImmutableList::copyOf);
        return Combinators.combine(qualityRules(QualityRules.Subject.ACCOUNT), Arbitraries.oneOf(any, dirtyAccounts()))
                .as(CheckedAccounts::new);
    }

    /** Rules on records of any kind. */
    public static Arbitrary<QualityRules> qualityRules() {
        return Arbitraries.of(QualityRules.Subject.class).flatMap(QualityArbitraries::qualityRules);
    }

    /** Up to six rules on records of a kind. */
    public static Arbitrary<QualityRules> qualityRules(QualityRules.Subject on) {
        Arbitrary<List<String>> ids = Arbitraries.of("given", "known", "one", "fresh", "größer", "r-6")
                .list()
                .ofMaxSize(6)
                .uniqueElements();
        Arbitrary<List<QualityRule>> rules = ids.flatMap(names -> {
            List<Arbitrary<QualityRule>> each =
                    names.stream().map(name -> rules(on, name)).toList();
            return each.isEmpty()
                    ? Arbitraries.just(List.of())
                    : Combinators.combine(each).as(List::copyOf);
        });
        return Combinators.combine(rules, CrmArbitraries.names().optional(0.3))
                .as((chosen, note) -> QualityRules.builder()
                        .id("generated")
                        .version("1")
                        .on(on)
                        .rules(chosen)
                        .note(note)
                        .build());
    }

    /** Rules of each kind, on records of any kind. */
    public static Arbitrary<QualityRule> singleRules() {
        return Arbitraries.of(QualityRules.Subject.class).flatMap(on -> rules(on, "rule"));
    }

    private static Arbitrary<QualityRule> rules(QualityRules.Subject on, String id) {
        Arbitrary<Severity> severities = Arbitraries.of(Severity.class);
        Arbitrary<String> fields = fieldsOf(on, "custom.segment", Object.class);
        Arbitrary<List<String>> words =
                Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Optional<BigDecimal>> bounds = Arbitraries.of("-1.5", "0", "200", "1000000")
                .map(BigDecimal::new)
                .optional();
        return Arbitraries.oneOf(
                Combinators.combine(
                                severities,
                                fields,
                                Arbitraries.of("n/a", "Select", "-").list().ofMaxSize(2),
                                Arbitraries.of("0%", "5%", "1/3").map(Rate::of).optional())
                        .as((severity, field, placeholders, tolerated) -> new QualityRule.Complete(
                                id, severity, field, ImmutableList.copyOf(placeholders), tolerated)),
                Combinators.combine(
                                severities,
                                fields.list().ofMinSize(1).ofMaxSize(2).uniqueElements())
                        .as((severity, names) -> new QualityRule.Unique(id, severity, ImmutableList.copyOf(names))),
                Combinators.combine(severities, fields, words)
                        .as((severity, field, values) ->
                                new QualityRule.OneOf(id, severity, field, ImmutableList.copyOf(values))),
                Combinators.combine(severities, fields, Arbitraries.of("[A-Z].*", "\\+?[0-9 ()-]+", ".{1,8}"))
                        .as((severity, field, pattern) -> new QualityRule.Pattern(id, severity, field, pattern)),
                Combinators.combine(
                                severities,
                                fieldsOf(on, "custom.score", Long.class, BigDecimal.class, MonetaryAmount.class),
                                bounds,
                                bounds)
                        .filter((severity, field, low, high) -> low.isPresent() || high.isPresent())
                        .as((severity, field, low, high) -> new QualityRule.Range(id, severity, field, low, high)),
                Combinators.combine(
                                severities,
                                fieldsOf(on, "custom.renewal", LocalDate.class, Instant.class),
                                Arbitraries.integers().between(0, 9_000))
                        .as((severity, field, days) -> new QualityRule.Fresh(id, severity, field, days)),
                Combinators.combine(severities, fields, Arbitraries.of("account", "rep"), tolerated())
                        .as((severity, field, to, share) -> new QualityRule.Refers(id, severity, field, to, share)),
                Combinators.combine(severities, tolerated(), Arbitraries.of(true, false))
                        .as((severity, share, present) -> holds(on, id, severity, share, present)),
                Combinators.combine(
                                severities, fieldsOf(on, "custom.renewal", LocalDate.class, Instant.class), tolerated())
                        .as((severity, field, share) -> new QualityRule.InOrder(
                                id, severity, ImmutableList.of(field, "custom.renewal", "custom.since"), share)),
                Combinators.combine(
                                severities,
                                fieldsOf(on, "custom.renewal", LocalDate.class, Instant.class),
                                Arbitraries.of(QualityRule.NotPeriodEnd.Period.class),
                                Arbitraries.integers().between(1, 12).optional(),
                                tolerated())
                        .as((severity, field, period, month, share) -> new QualityRule.NotPeriodEnd(
                                id,
                                severity,
                                field,
                                period,
                                month.map(OptionalInt::of).orElse(OptionalInt.empty()),
                                share)),
                Combinators.combine(severities, fields, Arbitraries.of("0%", "20%", "1/3"), tolerated())
                        .as((severity, field, most, share) ->
                                new QualityRule.Varied(id, severity, field, Rate.of(most), share)));
    }

    private static Arbitrary<Optional<Rate>> tolerated() {
        return Arbitraries.of("0%", "5%", "1/3").map(Rate::of).optional();
    }

    private static QualityRule holds(
            QualityRules.Subject on, String id, Severity severity, Optional<Rate> tolerated, boolean present) {
        return new QualityRule.Holds(
                id,
                severity,
                Optional.of(Account.INDUSTRY.is("retail").or(Account.OWNER.present()))
                        .filter(any -> on == QualityRules.Subject.ACCOUNT),
                Optional.of(present ? Contact.EMAIL.present() : Contact.EMAIL.startsWith("a"))
                        .filter(any -> on == QualityRules.Subject.CONTACT),
                Optional.of(Lead.SOURCE.is("web").not()).filter(any -> on == QualityRules.Subject.LEAD),
                Optional.of(Opportunity.STAGE.is("Won").not().or(Opportunity.AMOUNT.present()))
                        .filter(any -> on == QualityRules.Subject.OPPORTUNITY),
                tolerated);
    }

    /** The fields with values of any of the types, and one of the CRM's own. */
    private static Arbitrary<String> fieldsOf(QualityRules.Subject on, String custom, Class<?>... types) {
        Stream<String> named = of(FIELDS, on).named().values().stream()
                .filter(field -> Arrays.stream(types).anyMatch(type -> type.isAssignableFrom(field.type())))
                .map(Field::name);
        return Arbitraries.of(Stream.concat(named, Stream.of(custom)).toList());
    }

    private static <V> V of(ImmutableMap<QualityRules.Subject, V> values, QualityRules.Subject on) {
        return Optional.ofNullable(values.get(on)).orElseThrow();
    }

    /** Values and how many records have them. */
    public static Arbitrary<ValueCount> valueCounts() {
        return Combinators.combine(Arbitraries.of(WORDS), Arbitraries.longs().between(1, 1_000))
                .as(ValueCount::new);
    }

    /** What one rule found. */
    public static Arbitrary<RuleResult> ruleResults() {
        return Combinators.combine(
                        Arbitraries.of("given", "known"),
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        valueCounts().list().ofMaxSize(3))
                .as((rule, one, other, within, estimated, values) -> new RuleResult(
                        rule,
                        ImmutableList.of("industry"),
                        Math.max(one, other),
                        Math.min(one, other),
                        within,
                        estimated,
                        ImmutableSortedMap.of("quality.value.missing", Math.min(one, other)),
                        ImmutableList.copyOf(values)));
    }

    /** Reports on {@link #checkedAccounts()}; there are no reps. */
    public static Arbitrary<QualityReport> qualityReports() {
        return Combinators.combine(checkedAccounts(), TimeArbitraries.asOf())
                .as((checked, asOf) -> QualityChecker.accounts(checked.rules())
                        .referring("rep", id -> false)
                        .check(checked.accounts(), asOf));
    }

    /** Changes proposed for {@link #checkedAccounts()}. */
    public static Arbitrary<ChangeSet<Account>> changeSets() {
        return checkedAccounts()
                .map(checked -> Cleanser.accounts(checked.rules()).propose(checked.accounts()));
    }

    /** Changes of single fields. */
    public static Arbitrary<ProposedChange> proposedChanges() {
        return Members.of(changeSets().map(ChangeSet::changes));
    }

    /** Rules with one fault. */
    public static Arbitrary<NearlyValid<QualityRules>> nearlyValidQualityRules() {
        ImmutableList<String> none = ImmutableList.of();
        Severity error = Severity.ERROR;
        return NearlyValid.from(
                qualityRules(),
                ImmutableList.of(
                        flaw("quality.rule.field", new QualityRule.Pattern("new", error, "nmae", ".*")),
                        flaw("quality.rule.empty", new QualityRule.Unique("new", error, none)),
                        flaw("quality.rule.empty", new QualityRule.OneOf("new", error, "custom.segment", none)),
                        flaw(
                                "quality.rule.empty",
                                new QualityRule.Range(
                                        "new", error, "custom.score", Optional.empty(), Optional.empty())),
                        flaw("quality.rule.pattern", new QualityRule.Pattern("new", error, "custom.segment", "(")),
                        new Flaw<>(
                                "quality.rule.type",
                                rules -> with(rules, new QualityRule.Fresh("new", error, textField(rules.on()), 30))),
                        new Flaw<>("quality.rule.duplicate", QualityArbitraries::withTwin)));
    }

    private static String textField(QualityRules.Subject on) {
        return of(FIELDS, on).named().values().stream()
                .filter(field -> field.type() == String.class)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Flaw<QualityRules> flaw(String code, QualityRule rule) {
        return new Flaw<>(code, rules -> with(rules, rule));
    }

    private static QualityRules with(QualityRules rules, QualityRule rule) {
        return QualityRules.builder().from(rules).addRules(rule).build();
    }

    private static QualityRules withTwin(QualityRules rules) {
        QualityRule twin = new QualityRule.Pattern("twin", Severity.INFO, "custom.segment", ".*");
        return with(with(rules, twin), twin);
    }

    private static Arbitrary<Optional<String>> typed(String... words) {
        return Arbitraries.oneOf(
                        Arbitraries.of(words),
                        Arbitraries.strings().withChars("ae.@ /:\u00A0W").ofMaxLength(8))
                .optional();
    }

    /** Up to ten accounts as people type them, with blanks, mistakes and placeholders; some have the same id. */
    public static Arbitrary<ImmutableList<Account>> dirtyAccounts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of("Acme  Corp", " Acme", "Acme"),
                        typed("technolgy", "retail", "Select", "SOFTWARE", "softwar", " retail"),
                        typed("http://www.acme.com/x", "acme.com", "WWW.b.org", "www.www.b.org."),
                        typed("Germany", "Philipines", "usa", "U.S.A.", "Niger", "Deutschland", "DE", "Germny"))
                .as((id, name, industry, website, country) -> Account.builder()
                        .id(AccountId.of("A-" + id))
                        .name(name)
                        .industry(industry)
                        .website(website)
                        .address(country.map(
                                text -> Address.builder().country(text).build()))
                        .build())
                .list()
                .ofMaxSize(10)
                .map(ImmutableList::copyOf);
    }
}
