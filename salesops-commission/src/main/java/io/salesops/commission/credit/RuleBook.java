package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.commission.credit.CreditRule.Exclude;
import io.salesops.commission.credit.CreditRule.Overlay;
import io.salesops.commission.credit.CreditRule.Split;
import io.salesops.core.explain.RuleRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Rules in the order in which they act, each with its place in the document; immutable. */
final class RuleBook {

    /** A rule with its place. */
    record Placed<R>(R rule, RuleRef ref) {}

    private final CreditRules rules;
    private final ImmutableList<Placed<Exclude>> exclusions;
    private final ImmutableSortedMap<Integer, List<Placed<Split>>> splits;
    private final ImmutableList<Placed<Overlay>> overlays;
    private final ImmutableList<Placed<RollUp>> rollUps;

    RuleBook(CreditRules rules) {
        this.rules = rules;
        List<Placed<Exclude>> exclude = new ArrayList<>();
        List<Placed<Split>> split = new ArrayList<>();
        List<Placed<Overlay>> overlay = new ArrayList<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            CreditRule rule = rules.rules().get(i);
            RuleRef ref = ref("/rules/" + i);
            if (rule instanceof Exclude exclusion) {
                exclude.add(new Placed<>(exclusion, ref));
            } else if (rule instanceof Split one) {
                split.add(new Placed<>(one, ref));
            } else if (rule instanceof Overlay one) {
                overlay.add(new Placed<>(one, ref));
            }
        }
        List<Placed<RollUp>> rollUp = new ArrayList<>();
        for (int i = 0; i < rules.rollUps().size(); i++) {
            rollUp.add(new Placed<>(rules.rollUps().get(i), ref("/rollUps/" + i)));
        }
        exclusions = ImmutableList.sortedCopyOf(
                Comparator.comparing(placed -> placed.rule().id()), exclude);
        splits = byPriority(split);
        overlays = ImmutableList.sortedCopyOf(
                Comparator.comparing((Placed<Overlay> placed) -> placed.rule().priority())
                        .thenComparing(placed -> placed.rule().id()),
                overlay);
        rollUps = ImmutableList.sortedCopyOf(
                Comparator.comparing(placed -> placed.rule().id()), rollUp);
    }

    CreditRules rules() {
        return rules;
    }

    RuleRef ref(String path) {
        return new RuleRef(rules.id(), rules.version(), path);
    }

    ImmutableList<Placed<Exclude>> exclusions() {
        return exclusions;
    }

    private static ImmutableSortedMap<Integer, List<Placed<Split>>> byPriority(List<Placed<Split>> splits) {
        TreeMap<Integer, List<Placed<Split>>> byPriority = new TreeMap<>();
        splits.stream()
                .sorted(Comparator.comparing(split -> split.rule().id()))
                .forEach(split -> byPriority
                        .computeIfAbsent(split.rule().priority(), key -> new ArrayList<>())
                        .add(split));
        return ImmutableSortedMap.copyOfSorted(byPriority);
    }

    /** The splits by priority, the smallest first. */
    ImmutableSortedMap<Integer, List<Placed<Split>>> splits() {
        return splits;
    }

    /** The overlays by priority, the smallest first. */
    ImmutableList<Placed<Overlay>> overlays() {
        return overlays;
    }

    ImmutableList<Placed<RollUp>> rollUps() {
        return rollUps;
    }
}
