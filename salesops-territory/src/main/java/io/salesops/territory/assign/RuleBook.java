package io.salesops.territory.assign;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.RuleRef;
import io.salesops.territory.assign.Decision.Kind;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Rules compiled for decisions: in the order of priority and id, with an index. Immutable and thread-safe. */
final class RuleBook {
    private final AssignmentRules rules;
    private final ImmutableList<Placed> placed;
    private final RuleIndex index;

    /** A rule and where it stands in the document. */
    record Placed(AssignmentRule rule, RuleRef ref) {}

    /**
     * What became of an account.
     *
     * @param territory where it belongs; absent at a gap or a conflict
     * @param winners the rules that decided or contradict each other
     * @param unknown the rules that a missing field keeps from deciding, and that might decide otherwise
     */
    record Verdict(
            Kind kind, Optional<TerritoryId> territory, ImmutableList<Placed> winners, ImmutableList<Placed> unknown) {}

    RuleBook(AssignmentRules rules) {
        this.rules = rules;
        placed = IntStream.range(0, rules.rules().size())
                .mapToObj(i -> new Placed(rules.rules().get(i), ref("/rules/" + i)))
                .sorted(Comparator.comparingInt((Placed one) -> one.rule().priority())
                        .thenComparing(one -> one.rule().id()))
                .collect(ImmutableList.toImmutableList());
        index = RuleIndex.of(placed.stream().map(one -> one.rule().when()).toList());
    }

    AssignmentRules rules() {
        return rules;
    }

    /** The rules by priority and id. */
    ImmutableList<Placed> placed() {
        return placed;
    }

    RuleRef ref(String path) {
        return new RuleRef(rules.id(), rules.version(), path);
    }

    /** Decides by the rules that the index finds, up to the first priority at which one is met. */
    Verdict decide(Account account, LocalDate on) {
        TerritoryId named = rules.named().get(account.id());
        if (named != null) {
            return new Verdict(Kind.NAMED, Optional.of(named), ImmutableList.of(), ImmutableList.of());
        }
        List<Placed> met = new ArrayList<>();
        List<Placed> unknown = new ArrayList<>();
        for (int candidate : index.candidates(account)) {
            Placed one = placed.get(candidate);
            if (!met.isEmpty() && one.rule().priority() > met.get(0).rule().priority()) {
                break;
            }
            if (one.rule().effective().contains(on)) {
                Truth truth = one.rule().when().test(account);
                if (truth == Truth.TRUE) {
                    met.add(one);
                } else if (truth == Truth.UNKNOWN) {
                    unknown.add(one);
                }
            }
        }
        Set<TerritoryId> claimed = new HashSet<>();
        met.forEach(one -> claimed.add(one.rule().territory()));
        Optional<TerritoryId> territory =
                claimed.size() == 1 ? Optional.of(met.get(0).rule().territory()) : Optional.empty();
        Kind kind = claimed.isEmpty() ? Kind.GAP : claimed.size() == 1 ? Kind.BY_RULE : Kind.CONFLICT;
        return new Verdict(
                kind,
                territory,
                ImmutableList.copyOf(met),
                unknown.stream()
                        .filter(one -> !Optional.of(one.rule().territory()).equals(territory))
                        .collect(ImmutableList.toImmutableList()));
    }
}
