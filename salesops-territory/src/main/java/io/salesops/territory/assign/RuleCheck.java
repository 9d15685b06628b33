package io.salesops.territory.assign;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.rule.TerritoryOwner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds everything that keeps assignment rules from deciding, and what is worth a second look. */
final class RuleCheck {
    private final AssignmentRules rules;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    private RuleCheck(AssignmentRules rules) {
        this.rules = rules;
    }

    static ImmutableList<Finding> check(AssignmentRules rules) {
        RuleCheck check = new RuleCheck(rules);
        check.rules();
        check.tree();
        check.owners();
        return check.findings.build();
    }

    /** The territories that rules or names lead to. */
    static Set<TerritoryId> reachable(AssignmentRules rules) {
        Set<TerritoryId> reachable = new TreeSet<>(rules.named().values());
        rules.rules().forEach(rule -> reachable.add(rule.territory()));
        return reachable;
    }

    private void rules() {
        if (rules.rules().isEmpty() && rules.named().isEmpty()) {
            error(
                    "territory.rules.empty",
                    "/rules",
                    "rules " + rules.id() + " lead to no territory",
                    "Maybe add a rule or a named account.");
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            AssignmentRule rule = rules.rules().get(i);
            String path = "/rules/" + i;
            if (rule.id().isBlank()) {
                error(
                        "territory.rule.id",
                        path + "/id",
                        "rule id must not be blank: '" + rule.id() + "'",
                        "Maybe name it after its territory.");
            }
            Integer other = first.putIfAbsent(rule.id(), i);
            if (other != null) {
                error(
                        "territory.rule.duplicate",
                        path + "/id",
                        "rule id '" + rule.id() + "' is used by /rules/" + other + " as well",
                        "Maybe two versions of one rule are in the document.");
            }
            if (rule.when().equals(Criteria.<Account>all())) {
                error(
                        "territory.rule.everything",
                        path + "/when",
                        "rule " + rule.id() + " has no criteria",
                        "Maybe it is to take what is left: say so by a late priority and a field that is present.");
            }
            if (rule.effective().isEmpty()) {
                error(
                        "territory.rule.period",
                        path + "/effective",
                        "rule " + rule.id() + " holds on no day: " + rule.effective(),
                        "Maybe before is the last day; it must be the day after.");
            }
        }
    }

    private void tree() {
        Set<Set<TerritoryId>> seen = new LinkedHashSet<>();
        for (TerritoryId start : new TreeSet<>(rules.parents().keySet())) {
            List<TerritoryId> up = new ArrayList<>();
            Optional<TerritoryId> next = Optional.of(start);
            while (next.isPresent() && !up.contains(next.get())) {
                up.add(next.get());
                next = Optional.ofNullable(rules.parents().get(next.get()));
            }
            // A way that leads into a circle is not part of it: only the circle itself is reported, once.
            if (next.isPresent() && next.get().equals(start) && seen.add(Set.copyOf(up))) {
                up.add(start);
                error(
                        "territory.tree.circular",
                        "/parents/" + start,
                        "territories lie above themselves: "
                                + String.join(
                                        " -> ",
                                        up.stream().map(TerritoryId::value).toList()),
                        "Maybe one of them belongs to the top.");
            }
        }
    }

    private void owners() {
        Set<TerritoryId> known = new TreeSet<>(reachable(rules));
        known.addAll(rules.parents().keySet());
        known.addAll(rules.parents().values());
        Map<TerritoryId, List<TerritoryOwner>> byTerritory = new HashMap<>();
        for (int i = 0; i < rules.owners().size(); i++) {
            TerritoryOwner owner = rules.owners().get(i);
            List<TerritoryOwner> earlier = byTerritory.computeIfAbsent(owner.territory(), key -> new ArrayList<>());
            for (TerritoryOwner other : earlier) {
                if (other.effective().overlaps(owner.effective())) {
                    error(
                            "territory.owner.overlap",
                            "/owners/" + i + "/effective",
                            "territory " + owner.territory() + " is worked by " + other.rep() + " and " + owner.rep()
                                    + " on the same days: " + other.effective() + ", " + owner.effective(),
                            "Maybe the first ends where the second begins.");
                }
            }
            earlier.add(owner);
            if (!known.contains(owner.territory())) {
                findings.add(Finding.warning(
                                "territory.owner.unused",
                                "/owners/" + i + "/territory",
                                "no rule leads to territory " + owner.territory() + ", which " + owner.rep() + " works")
                        .maybe("Maybe its id is written differently in the rules."));
            }
        }
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }
}
