package io.salesops.territory.assign;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Judgement;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.territory.assign.Decision.Kind;
import io.salesops.territory.assign.RuleBook.Placed;
import io.salesops.territory.assign.RuleBook.Verdict;
import io.salesops.territory.rule.AssignmentRule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes down, for one account, what spoke for and against each territory. */
final class Reasons {
    private final RuleBook book;
    private final Account account;
    private final LocalDate on;
    private final Verdict verdict;

    Reasons(RuleBook book, Account account, LocalDate on, Verdict verdict) {
        this.book = book;
        this.account = account;
        this.on = on;
        this.verdict = verdict;
    }

    /** The candidates that lead to the territories, named ones first, then rules by priority and id. */
    Explanation about(Predicate<TerritoryId> territories) {
        ImmutableList.Builder<Candidate> candidates = ImmutableList.builder();
        for (TerritoryId territory : new TreeSet<>(book.rules().named().values())) {
            if (territories.test(territory)) {
                candidates.add(named(territory));
            }
        }
        for (Placed placed : book.placed()) {
            if (territories.test(placed.rule().territory())) {
                candidates.add(byRule(placed));
            }
        }
        Optional<String> chosen = verdict.territory().filter(territories).map(TerritoryId::value);
        return new Explanation.Choice(
                account.id() + " on " + on + ", rules " + book.rules().id() + " v"
                        + book.rules().version() + (verdict.kind() == Kind.NAMED ? ", named" : ""),
                chosen,
                candidates.build());
    }

    private Candidate named(TerritoryId territory) {
        boolean chosen = verdict.kind() == Kind.NAMED && Optional.of(territory).equals(verdict.territory());
        var candidate = Candidate.builder()
                .id(territory.value())
                .chosen(chosen)
                .rule(book.ref(chosen ? "/named/" + account.id() : "/named"));
        return chosen
                ? candidate.addMet("on the named list").build()
                : candidate.failed("on the named list").build();
    }

    private Candidate byRule(Placed placed) {
        AssignmentRule rule = placed.rule();
        Judgement judgement = rule.when().judge(account);
        Optional<String> failed = whyNot(placed, judgement);
        return Candidate.builder()
                .id(rule.territory().value())
                .chosen(failed.isEmpty())
                .rule(placed.ref())
                .addMet("rule " + rule.id() + ", priority " + rule.priority())
                .addAllMet(judgement.met())
                .failed(failed)
                .build();
    }

    private Optional<String> whyNot(Placed placed, Judgement judgement) {
        AssignmentRule rule = placed.rule();
        if (!rule.effective().contains(on)) {
            return Optional.of("holds " + rule.effective());
        }
        if (judgement.truth() == Truth.UNKNOWN) {
            return Optional.of(String.join(", ", judgement.unknown()) + ", so it is unknown. Maybe fill it to decide.");
        }
        if (judgement.truth() == Truth.FALSE) {
            return Optional.of(String.join(", ", judgement.failed()));
        }
        if (verdict.kind() == Kind.NAMED) {
            return Optional.of("after named accounts");
        }
        if (!verdict.winners().contains(placed)) {
            return Optional.of(
                    "after priority " + verdict.winners().get(0).rule().priority());
        }
        AssignmentRule first = verdict.winners().get(0).rule();
        if (verdict.kind() != Kind.CONFLICT && !rule.id().equals(first.id())) {
            return Optional.of("beside rule " + first.id() + " of the same territory");
        }
        return verdict.kind() == Kind.CONFLICT
                ? Optional.of("alone at priority " + rule.priority() + ", as "
                        + verdict.winners().stream()
                                .filter(other -> !other.rule().territory().equals(rule.territory()))
                                .map(other -> other.rule().id() + " claims it for "
                                        + other.rule().territory())
                                .collect(Collectors.joining(", ")))
                : Optional.empty();
    }
}
