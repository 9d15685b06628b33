package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Lead;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Omission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The decision on one lead: candidates, then tie-breakers. One thread. */
final class LeadDecision {
    private static final int EXAMPLES = 5;

    private final LeadMatchingRules rules;
    private final Lead lead;
    private final Firm firm;
    private final List<Considered> candidates = new ArrayList<>();
    private final List<Considered> losers = new ArrayList<>();
    private final List<String> apart = new ArrayList<>();
    private boolean isByDomain;

    LeadDecision(LeadMatchingRules rules, AccountIndex index, Lead lead) {
        this.rules = rules;
        this.lead = lead;
        this.firm = Firm.of(lead, index.lists());
        List<AccountIndex.Entry> sharing = index.sharing(
                firm,
                ImmutableList.<LeadEvidence>builder()
                        .addAll(rules.evidence())
                        .add(LeadEvidence.DOMAIN)
                        .build());
        List<Considered> byDomain = new ArrayList<>();
        for (AccountIndex.Entry entry : sharing) {
            consider(entry, byDomain);
        }
        if (candidates.isEmpty() && rules.domainOnly()) {
            isByDomain = !byDomain.isEmpty();
            byDomain.forEach(considered -> considered.rule = "/domainOnly");
            candidates.addAll(byDomain);
        } else {
            String why = rules.domainOnly()
                    ? "shares only the domain, and other accounts have the name"
                    : "shares only the domain, which is not enough";
            byDomain.forEach(considered -> losers.add(considered.lost("/domainOnly", why)));
        }
        breakTies();
    }

    private void consider(AccountIndex.Entry entry, List<Considered> byDomain) {
        Considered considered = new Considered(entry);
        if (!firm.name().isEmpty()) {
            considered.agreement = NameAgreement.of(firm.name(), entry.firm().name(), rules);
        }
        considered.agreement.ifPresent(
                agreement -> considered.met.add("name '" + shown(entry.account().name()) + "' " + agreement.words()));
        boolean isConfirmed = false;
        for (LeadEvidence evidence : LeadEvidence.values()) {
            if (firm.shares(evidence, entry.firm())) {
                isConfirmed |= rules.evidence().contains(evidence);
                considered.met.add("same " + words(evidence));
            }
        }
        if (considered.isExact()) {
            considered.rule = "";
            candidates.add(considered);
        } else if (considered.agreement.isPresent() && isConfirmed) {
            considered.rule = "/evidence";
            candidates.add(considered);
        } else if (firm.shares(LeadEvidence.DOMAIN, entry.firm())) {
            byDomain.add(considered);
        } else {
            apart.add(entry.account().id().toString());
        }
    }

    private void breakTies() {
        for (int number = 0; number < rules.tieBreakers().size() && candidates.size() > 1; number++) {
            TieBreaker tieBreaker = rules.tieBreakers().get(number);
            BigDecimal best = candidates.stream()
                    .map(candidate -> rank(tieBreaker, candidate))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            String path = "/tieBreakers/" + number;
            List<Considered> left = new ArrayList<>();
            for (Considered candidate : candidates) {
                if (rank(tieBreaker, candidate).compareTo(best) < 0) {
                    losers.add(candidate.lost(path, lost(tieBreaker)));
                } else {
                    left.add(candidate);
                }
            }
            if (left.size() < candidates.size()) {
                left.forEach(candidate -> {
                    candidate.rule = path;
                    candidate.met.add("preferred: " + words(tieBreaker));
                });
                candidates.clear();
                candidates.addAll(left);
            }
        }
    }

    /** More is better; what is not known comes last. */
    private BigDecimal rank(TieBreaker tieBreaker, Considered candidate) {
        Account account = candidate.entry.account();
        Firm its = candidate.entry.firm();
        return switch (tieBreaker.prefer()) {
            case EXACT_NAME -> rank(candidate.isExact());
            case FULL_NAME -> rank(!firm.fullName().isEmpty() && firm.fullName().equals(its.fullName()));
            case DOMAIN -> rank(firm.shares(LeadEvidence.DOMAIN, its));
            case PHONE -> rank(firm.shares(LeadEvidence.PHONE, its));
            case POSTAL_CODE -> rank(firm.shares(LeadEvidence.POSTAL_CODE, its));
            case COUNTRY -> rank(!firm.country().isEmpty() && firm.country().equals(its.country()));
            case TOP_OF_GROUP -> BigDecimal.valueOf(-candidate.entry.above());
            case BOTTOM_OF_GROUP -> BigDecimal.valueOf(candidate.entry.above());
            case HAS_OWNER -> rank(account.owner().isPresent());
            case OWNER_OF_LEAD ->
                rank(account.owner().isPresent() && account.owner().equals(lead.owner()));
            case MODIFIED_LAST ->
                account.modifiedAt()
                        .map(at -> BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano(), 9)))
                        .orElse(BigDecimal.valueOf(Long.MIN_VALUE));
            case MOST_EMPLOYEES -> BigDecimal.valueOf(account.employees().orElse(-1L));
            case MEETS -> rank(tieBreaker.when().orElseThrow().test(account) == Truth.TRUE);
        };
    }

    private static BigDecimal rank(boolean isPreferred) {
        return isPreferred ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static String lost(TieBreaker tieBreaker) {
        return "others are preferred: " + words(tieBreaker);
    }

    private static String words(TieBreaker tieBreaker) {
        return switch (tieBreaker.prefer()) {
            case EXACT_NAME -> "the exact name";
            case FULL_NAME -> "the exact name with its legal form";
            case DOMAIN -> "the lead's domain";
            case PHONE -> "the lead's phone number";
            case POSTAL_CODE -> "the lead's postal code";
            case COUNTRY -> "the lead's country";
            case TOP_OF_GROUP -> "the fewest accounts above it";
            case BOTTOM_OF_GROUP -> "the most accounts above it";
            case HAS_OWNER -> "an owner";
            case OWNER_OF_LEAD -> "the owner of the lead";
            case MODIFIED_LAST -> "the latest change";
            case MOST_EMPLOYEES -> "the most employees";
            case MEETS -> tieBreaker.when().orElseThrow().words();
        };
    }

    private static String words(LeadEvidence evidence) {
        return switch (evidence) {
            case DOMAIN -> "domain";
            case PHONE -> "phone number";
            case POSTAL_CODE -> "postal code";
        };
    }

    private static String shown(String text) {
        return text.length() > Column.LONGEST ? text.substring(0, Column.LONGEST) + "..." : text;
    }

    LeadMatch.Kind kind() {
        if (candidates.size() != 1) {
            return candidates.isEmpty() ? LeadMatch.Kind.NONE : LeadMatch.Kind.TIE;
        }
        if (isByDomain) {
            return LeadMatch.Kind.DOMAIN;
        }
        return candidates.get(0).isExact() ? LeadMatch.Kind.EXACT_NAME : LeadMatch.Kind.CLOSE_NAME;
    }

    Optional<AccountId> account() {
        return candidates.size() == 1 ? Optional.of(candidates.get(0).id()) : Optional.empty();
    }

    ImmutableList<AccountId> tied() {
        return candidates.size() > 1
                ? candidates.stream().map(Considered::id).collect(ImmutableList.toImmutableList())
                : ImmutableList.of();
    }

    /** Whether the lead says anything by which accounts are found. */
    boolean saysNothing() {
        return firm.name().isEmpty() && firm.domains().isEmpty();
    }

    Explanation.Choice explanation() {
        List<Considered> all = new ArrayList<>(losers);
        candidates.forEach(candidate -> all.add(
                candidates.size() == 1 ? candidate : candidate.lost(candidate.rule, "no tie-breaker parts them")));
        all.sort(Comparator.comparing(Considered::id));
        return new Explanation.Choice(
                "account of lead " + lead.id(),
                account().map(AccountId::toString),
                all.stream().map(this::candidate).collect(ImmutableList.toImmutableList()));
    }

    private Candidate candidate(Considered considered) {
        return Candidate.builder()
                .id(considered.id().toString())
                .chosen(considered.failed.isEmpty())
                .rule(new RuleRef(rules.id(), rules.version(), considered.rule))
                .met(considered.met)
                .failed(considered.failed)
                .build();
    }

    ImmutableList<Omission> omitted() {
        return apart.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(
                        Omission.of("accounts that share a phone number or postal code only", apart, EXAMPLES));
    }

    /** An account and what speaks for and against it. */
    private static final class Considered {
        private final AccountIndex.Entry entry;
        private final List<String> met = new ArrayList<>();
        private Optional<NameAgreement> agreement = Optional.empty();
        private Optional<String> failed = Optional.empty();
        private String rule = "";

        Considered(AccountIndex.Entry entry) {
            this.entry = entry;
        }

        AccountId id() {
            return entry.account().id();
        }

        boolean isExact() {
            return agreement.filter(NameAgreement.EXACT::equals).isPresent();
        }

        Considered lost(String path, String why) {
            rule = path;
            failed = Optional.of(why);
            return this;
        }
    }
}
