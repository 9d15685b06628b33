package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Lead;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.Dependence;
import io.salesops.core.match.DuplicateIndex;
import io.salesops.core.match.FoundDuplicates;
import io.salesops.core.match.LabelledPair;
import io.salesops.core.match.LeadEvidence;
import io.salesops.core.match.LeadMatch;
import io.salesops.core.match.LeadMatcher;
import io.salesops.core.match.LeadMatches;
import io.salesops.core.match.LeadMatchingRules;
import io.salesops.core.match.Link;
import io.salesops.core.match.Linker;
import io.salesops.core.match.Links;
import io.salesops.core.match.MatchCurve;
import io.salesops.core.match.MatchEvaluator;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.match.TermFrequencies;
import io.salesops.core.match.TieBreaker;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of what links records: models' parts, look-ups, two tables, leads and accounts, labels and curves. */
public final class LinkArbitraries {
    private LinkArbitraries() {}

    /** How cities depend on websites, and the like. */
    public static Arbitrary<Dependence> dependences() {
        return Members.of(MatchArbitraries.models()
                .map(model -> model.comparisons().stream()
                        .flatMap(comparison -> comparison.given().stream())
                        .collect(ImmutableList.toImmutableList())));
    }

    /** What values tell, beside the others. */
    public static Arbitrary<TermFrequencies> termFrequencies() {
        return Members.of(MatchArbitraries.models()
                .map(model -> model.comparisons().stream()
                        .flatMap(comparison -> comparison.frequencies().stream())
                        .collect(ImmutableList.toImmutableList())));
    }

    /** Tie-breakers of each kind. */
    public static Arbitrary<TieBreaker> tieBreakers() {
        Arbitrary<Criteria<Account>> conditions = CriteriaArbitraries.onAccounts();
        return Arbitraries.of(TieBreaker.Preference.class)
                .flatMap(preference -> preference == TieBreaker.Preference.MEETS
                        ? conditions.map(TieBreaker::meets)
                        : Arbitraries.just(TieBreaker.of(preference)));
    }

    /** Sound rules for leads. */
    public static Arbitrary<LeadMatchingRules> leadMatchingRules() {
        return Combinators.combine(
                        Arbitraries.of(LeadEvidence.class).set().ofMinSize(1),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        tieBreakers().list().uniqueElements().ofMaxSize(3))
                .as((evidence, acronyms, domainOnly, breakers) -> LeadMatchingRules.standard()
                        .withEvidence(ImmutableSet.copyOf(evidence))
                        .withAcronyms(acronyms)
                        .withDomainOnly(domainOnly)
                        .withTieBreakers(breakers));
    }

    /** What became of single leads. */
    public static Arbitrary<LeadMatch> leadMatches() {
        return Combinators.combine(matchers(), leads()).as(LeadMatcher::match);
    }

    /** What became of several leads. */
    public static Arbitrary<LeadMatches> manyLeadMatches() {
        return Combinators.combine(matchers(), leads().list().ofMaxSize(5).uniqueElements(Lead::id))
                .as(LeadMatcher::matchAll);
    }

    private static Arbitrary<LeadMatcher> matchers() {
        return MatchArbitraries.accountsWithDuplicates()
                .map(accounts -> LeadMatcher.of(LeadMatchingRules.standard(), accounts));
    }

    /** Leads, half of them of companies that accounts with duplicates are drawn from. */
    private static Arbitrary<Lead> leads() {
        return Combinators.combine(
                        CrmArbitraries.leads(), MatchArbitraries.accountsWithDuplicates(), Arbitraries.of(true, false))
                .as((lead, accounts, known) -> known && !accounts.isEmpty()
                        ? lead.withCompany(accounts.get(0).name())
                        : lead);
    }

    /** Two accounts of which somebody said whether they are one. */
    public static Arbitrary<LabelledPair<AccountId>> labelledPairs() {
        return Combinators.combine(
                        CrmArbitraries.ids("A-", AccountId::of),
                        CrmArbitraries.ids("B-", AccountId::of),
                        Arbitraries.of(true, false))
                .as(LabelledPair::new);
    }

    /** Links of two tables of accounts. */
    public static Arbitrary<Links<AccountId, AccountId>> links() {
        return Combinators.combine(
                        MatchArbitraries.models(),
                        MatchArbitraries.accountsWithDuplicates(),
                        MatchArbitraries.accountsWithDuplicates())
                .as((model, first, second) -> Linker.of(model).link(Records.accounts(first), Records.accounts(second)));
    }

    /** Single links. */
    public static Arbitrary<Link<AccountId, AccountId>> singleLinks() {
        return Members.of(links().map(Links::links));
    }

    /** What an index finds for one account. */
    public static Arbitrary<FoundDuplicates<AccountId>> foundDuplicates() {
        return Combinators.combine(MatchArbitraries.models(), MatchArbitraries.accountsWithDuplicates())
                .filter((model, accounts) -> !accounts.isEmpty())
                .as((model, accounts) ->
                        DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts).find(accounts.get(0)));
    }

    /** Figures of a model at each threshold. */
    public static Arbitrary<MatchCurve> matchCurves() {
        return Combinators.combine(MatchArbitraries.models(), MatchArbitraries.accountsWithDuplicates())
                .as((model, accounts) -> MatchEvaluator.curve(Records.accounts(accounts), model, oneCluster(accounts)));
    }

    private static ImmutableList<Cluster<AccountId>> oneCluster(ImmutableList<Account> accounts) {
        return accounts.size() < 2
                ? ImmutableList.of()
                : ImmutableList.of(
                        Cluster.of(accounts.get(0).id(), accounts.get(1).id()));
    }

    /** Single points of curves. */
    public static Arbitrary<MatchCurve.Point> matchCurvePoints() {
        return Members.of(matchCurves().map(MatchCurve::points));
    }
}
