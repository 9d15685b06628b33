package io.salesops.territory.assign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.territory.assign.Decision.Kind;
import io.salesops.territory.assign.RuleBook.Placed;
import io.salesops.territory.assign.RuleBook.Verdict;
import io.salesops.territory.rule.AssignmentRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Assigns one account or a whole book by indexed rules.
 *
 * <p>A named account belongs where its name says. Any other belongs to the territory on which the rules of the first
 * priority that it meets agree; where they do not agree it is a conflict, and where it meets none a gap. Nothing is
 * picked silently: the order of rules and accounts means nothing. A rule that a missing field leaves undecided decides
 * nothing, and is named where it might have decided otherwise. Immutable and thread-safe.
 */
public final class AccountAssigner {
    private final RuleBook book;
    private final Fingerprint fingerprint;
    private final ImmutableSet<TerritoryId> reachable;

    private AccountAssigner(AssignmentRules rules) {
        book = new RuleBook(rules);
        fingerprint = Fingerprint.ofText(SalesOpsJson.write(rules));
        reachable = ImmutableSet.copyOf(RuleCheck.reachable(rules));
    }

    /**
     * Obtains the assigner of rules; O(rules) to index them.
     *
     * @throws FindingsException with every finding, if one of them is an error
     */
    public static AccountAssigner of(AssignmentRules rules) {
        ImmutableList<Finding> findings = check(rules);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new AccountAssigner(rules);
    }

    /** Returns everything that is wrong with rules or worth a second look; never throws. */
    public static ImmutableList<Finding> check(AssignmentRules rules) {
        return RuleCheck.check(rules);
    }

    /** The rules. */
    public AssignmentRules rules() {
        return book.rules();
    }

    /** Decides on one account and says why, for every rule; O(rules). */
    public Decision assign(Account account, AsOf asOf) {
        LocalDate on = asOf.date();
        Verdict verdict = book.decide(account, on);
        Optional<RepId> owner = verdict.territory().flatMap(territory -> rules().owner(territory, on));
        List<Finding> findings = new ArrayList<>(verdictFindings(account, on, verdict));
        verdict.territory()
                .filter(territory -> owner.isEmpty())
                .ifPresent(territory -> findings.add(unworked(territory, on)));
        return Decision.builder()
                .account(account.id())
                .kind(verdict.kind())
                .territory(verdict.territory())
                .path(verdict.territory().map(rules()::path).orElse(ImmutableList.of()))
                .owner(owner)
                .rules(verdict.winners().stream()
                        .map(placed -> placed.rule().id())
                        .toList())
                .explanation(new Reasons(book, account, on, verdict).about(territory -> true))
                .computedFrom(provenance(asOf)
                        .putInputs(
                                "account",
                                new Provenance.Input(
                                        account.id().value(), "1", Fingerprint.ofText(SalesOpsJson.write(account))))
                        .build())
                .findings(findings)
                .build();
    }

    /**
     * Says why an account is not in a territory, or why it is: only the rules and names that lead there.
     *
     * @throws IllegalArgumentException if no rule and no name leads to the territory
     */
    public Explanation whyNot(Account account, TerritoryId territory, AsOf asOf) {
        checkArgument(
                reachable.contains(territory),
                "no rule of %s leads to territory %s. Maybe it is one of %s.",
                rules().id(),
                territory,
                reachable);
        Verdict verdict = book.decide(account, asOf.date());
        return new Reasons(book, account, asOf.date(), verdict).about(territory::equals);
    }

    /**
     * Decides on every account; the same decisions as {@link #assign}, in any order and on any number of threads.
     *
     * <p>Accounts whose id occurs more than once are left out, with a finding. The first findings of each code are kept,
     * the others are counted. The cost of an account is that of the rules that the index finds for it.
     *
     * @throws java.util.concurrent.CancellationException if the execution is cancelled
     */
    public Assignments assignAll(Iterable<Account> accounts, AsOf asOf, Execution execution) {
        return new BookRun(book, accounts, asOf.date(), execution).run(provenance(asOf));
    }

    private Provenance.Builder provenance(AsOf asOf) {
        return Provenance.builder()
                .engine("AccountAssigner")
                .putInputs("rules", new Provenance.Input(rules().id(), rules().version(), fingerprint))
                .putInputs(
                        "asOf",
                        new Provenance.Input(
                                "asOf",
                                asOf.date().toString(),
                                Fingerprint.ofText(asOf.date().toString())));
    }

    /** What a verdict on an account is worth saying beside it. */
    static ImmutableList<Finding> verdictFindings(Account account, LocalDate on, Verdict verdict) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        String id = account.id().value();
        if (verdict.kind() == Kind.GAP) {
            findings.add(Finding.warning("territory.account.gap", id, "account " + id + " meets no rule on " + on)
                    .maybe("Maybe a rule for what is left is missing."));
        } else if (verdict.kind() == Kind.CONFLICT) {
            String claims = verdict.winners().stream()
                    .map(placed -> "for " + placed.rule().territory() + " by rule "
                            + placed.rule().id())
                    .collect(Collectors.joining(", "));
            findings.add(Finding.warning(
                            "territory.account.conflict",
                            id,
                            "account " + id + " is claimed " + claims + ", all of priority "
                                    + verdict.winners().get(0).rule().priority())
                    .maybe("Maybe one of the rules needs an earlier priority."));
        }
        for (Placed placed : verdict.unknown()) {
            findings.add(Finding.warning(
                            "territory.field.missing",
                            id,
                            "account " + id + " might belong to "
                                    + placed.rule().territory() + " by rule "
                                    + placed.rule().id() + ": " + String.join(", ", missing(account, placed)))
                    .maybe("Maybe fill it to decide."));
        }
        return findings.build();
    }

    /** What keeps a rule from deciding, for example {@code industry is missing}. */
    static ImmutableList<String> missing(Account account, Placed placed) {
        return placed.rule().when().judge(account).unknown();
    }

    /** Nobody works a territory. */
    static Finding unworked(TerritoryId territory, LocalDate on) {
        return Finding.warning(
                        "territory.owner.missing",
                        territory.value(),
                        "nobody works territory " + territory + " on " + on)
                .maybe("Maybe the owner's dates ended.");
    }
}
