package io.salesops.core.match;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multiset;
import com.google.common.collect.Ordering;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingTally;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.text.ReferenceLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the account that a lead belongs to: lead-to-account matching.
 *
 * <p>The accounts are indexed once. A lead costs as much as the accounts that have its company's name or share its domain,
 * phone number or postal code, however many others there are. Of several accounts the tie-breakers of the rules pick one;
 * where none parts them the lead has no account, and a finding names them. The result does not depend on the order of
 * accounts and leads, nor on the execution. Immutable and thread-safe; memory is about 1 kB an account beside the accounts.
 */
public final class LeadMatcher {
    private static final String UNIT = "leads";
    private static final int PART = 1 << 12;
    private static final int EXAMPLES = 5;

    private final LeadMatchingRules rules;
    private final AccountIndex index;
    private final Provenance.Input rulesInput;
    private final Provenance.Input accountsInput;

    private LeadMatcher(
            LeadMatchingRules rules, Iterable<Account> accounts, Iterable<Contact> contacts, ReferenceLists lists) {
        this.rules = rules;
        this.index = new AccountIndex(accounts, contacts, lists);
        this.rulesInput =
                new Provenance.Input(rules.id(), rules.version(), Fingerprint.ofText(SalesOpsJson.write(rules)));
        this.accountsInput = new Provenance.Input(
                "accounts",
                Integer.toString(Iterables.size(accounts)),
                Fingerprint.ofFacts(Iterables.concat(
                        Iterables.transform(accounts, Account::toString),
                        Iterables.transform(contacts, Contact::toString),
                        lists.added())));
    }

    /**
     * Obtains the matcher of rules and accounts; linear in the accounts.
     *
     * @throws FindingsException with every finding, if the rules are not sound or an id occurs twice
     */
    public static LeadMatcher of(LeadMatchingRules rules, Iterable<Account> accounts) {
        return of(rules, accounts, ImmutableList.of());
    }

    /**
     * Obtains the matcher of rules and accounts, whose domains are those of their websites and of the e-mail addresses of
     * their contacts.
     *
     * @throws FindingsException with every finding, if the rules are not sound or an id occurs twice
     */
    public static LeadMatcher of(LeadMatchingRules rules, Iterable<Account> accounts, Iterable<Contact> contacts) {
        return of(rules, accounts, contacts, ReferenceLists.standard());
    }

    /**
     * Obtains the matcher that knows legal forms and hosts of free mail that the user added.
     *
     * @throws FindingsException with every finding, if the rules are not sound or an id occurs twice
     */
    public static LeadMatcher of(
            LeadMatchingRules rules, Iterable<Account> accounts, Iterable<Contact> contacts, ReferenceLists lists) {
        ImmutableList<Finding> findings = check(rules);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new LeadMatcher(rules, accounts, contacts, lists);
    }

    /** Returns what is wrong with rules; never throws. */
    public static ImmutableList<Finding> check(LeadMatchingRules rules) {
        return LeadRulesCheck.of(rules);
    }

    /** Finds the account of a lead and says why; a tie, and a lead that says nothing, are findings. */
    public LeadMatch match(Lead lead) {
        LeadDecision decision = new LeadDecision(rules, index, lead);
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        if (decision.kind() == LeadMatch.Kind.TIE) {
            findings.add(tie(lead.id(), decision));
        }
        if (decision.saysNothing()) {
            findings.add(Finding.warning(
                            "match.lead.empty",
                            lead.id().toString(),
                            "lead " + lead.id() + " has neither a company nor a business e-mail address")
                    .maybe("Maybe ask for one of them."));
        }
        return LeadMatch.builder()
                .lead(lead.id())
                .kind(decision.kind())
                .account(decision.account())
                .tied(decision.tied())
                .explanation(decision.explanation())
                .findings(findings.build())
                .omitted(decision.omitted())
                .computedFrom(provenance("lead", List.of(lead)))
                .build();
    }

    /** Finds the accounts of leads in the calling thread. */
    public LeadMatches matchAll(Iterable<Lead> leads) {
        return matchAll(leads, Execution.here());
    }

    /**
     * Finds the accounts of leads; the same as {@link #match} for each.
     *
     * <p>Leads whose id occurs more than once are left out and counted, and so are those with neither a company nor a
     * business e-mail address, which are unmatched.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public LeadMatches matchAll(Iterable<Lead> leads, Execution execution) {
        List<Lead> all = Ordering.from(Comparator.comparing(Lead::id)).sortedCopy(leads);
        List<Lead> once = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            LeadId id = all.get(i).id();
            boolean isRepeated = (i > 0 && all.get(i - 1).id().equals(id))
                    || (i + 1 < all.size() && all.get(i + 1).id().equals(id));
            if (isRepeated) {
                twice.add(id.toString());
            } else {
                once.add(all.get(i));
            }
        }
        int parts = (once.size() + PART - 1) / PART;
        List<List<LeadDecision>> decisions = Parallel.run(
                execution,
                "match leads",
                parts,
                part -> once.subList(part * PART, Math.min(once.size(), (part + 1) * PART)).stream()
                        .map(lead -> new LeadDecision(rules, index, lead))
                        .toList());
        return matches(once, decisions.stream().flatMap(List::stream).toList(), twice, provenance("leads", all));
    }

    private LeadMatches matches(
            List<Lead> leads, List<LeadDecision> decisions, List<String> twice, Provenance computedFrom) {
        ImmutableSortedMap.Builder<LeadId, AccountId> accounts = ImmutableSortedMap.naturalOrder();
        ImmutableSortedMap.Builder<LeadId, ImmutableList<AccountId>> ties = ImmutableSortedMap.naturalOrder();
        ImmutableList.Builder<LeadId> unmatched = ImmutableList.builder();
        FindingTally findings = FindingTally.keepingFirst();
        Multiset<LeadMatch.Kind> counts = EnumMultiset.create(LeadMatch.Kind.class);
        List<String> empty = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            LeadId lead = leads.get(i).id();
            LeadDecision decision = decisions.get(i);
            counts.add(decision.kind());
            decision.account().ifPresent(account -> accounts.put(lead, account));
            if (decision.kind() == LeadMatch.Kind.TIE) {
                ties.put(lead, decision.tied());
                findings.add(tie(lead, decision));
            } else if (decision.kind() == LeadMatch.Kind.NONE) {
                unmatched.add(lead);
            }
            if (decision.saysNothing()) {
                empty.add(lead.toString());
            }
        }
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        if (!twice.isEmpty()) {
            omitted.add(Omission.of("leads whose id occurs more than once", twice, EXAMPLES));
        }
        if (!empty.isEmpty()) {
            omitted.add(Omission.of("leads without company and business e-mail address", empty, EXAMPLES));
        }
        return LeadMatches.builder()
                .accounts(accounts.buildOrThrow())
                .ties(ties.buildOrThrow())
                .unmatched(unmatched.build())
                .findings(findings.kept())
                .omitted(omitted.addAll(findings.omitted()).build())
                .explanation(explanation(counts, leads.size()))
                .computedFrom(computedFrom)
                .build();
    }

    private Explanation explanation(Multiset<LeadMatch.Kind> counts, int leads) {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (LeadMatch.Kind kind : LeadMatch.Kind.values()) {
            if (counts.contains(kind)) {
                steps.add(Step.builder()
                        .rule(new RuleRef(rules.id(), rules.version(), ""))
                        .label(words(kind))
                        .amount(Quantity.of(counts.count(kind), UNIT))
                        .build());
            }
        }
        return new Explanation.Sum("leads by how they are matched", Quantity.of(leads, UNIT), steps.build());
    }

    private static String words(LeadMatch.Kind kind) {
        return switch (kind) {
            case EXACT_NAME -> "exact name";
            case CLOSE_NAME -> "close name and evidence";
            case DOMAIN -> "domain only";
            case TIE -> "several accounts";
            case NONE -> "no account";
        };
    }

    private static Finding tie(LeadId lead, LeadDecision decision) {
        String accounts =
                decision.tied().stream().limit(EXAMPLES).map(Object::toString).collect(Collectors.joining(", "));
        String more =
                decision.tied().size() > EXAMPLES ? " and " + (decision.tied().size() - EXAMPLES) + " more" : "";
        return Finding.warning(
                        "match.lead.tie",
                        lead.toString(),
                        "lead " + lead + " may belong to " + accounts + more + ", which no tie-breaker parts")
                .maybe("Maybe they are duplicates, or another tie-breaker tells them apart.");
    }

    private Provenance provenance(String role, List<Lead> leads) {
        return Provenance.builder()
                .engine("LeadMatcher")
                .putInputs("rules", rulesInput)
                .putInputs("accounts", accountsInput)
                .putInputs(
                        role,
                        new Provenance.Input(
                                role,
                                Integer.toString(leads.size()),
                                Fingerprint.ofFacts(Iterables.transform(leads, Lead::toString))))
                .build();
    }
}
