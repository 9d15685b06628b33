package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.time.DateRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds everything that keeps crediting rules from being applied, and what is worth a second look. */
final class CreditRulesCheck {
    private final CreditRules rules;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> paths = new HashMap<>();
    private String path = "";

    private CreditRulesCheck(CreditRules rules) {
        this.rules = rules;
    }

    static ImmutableList<Finding> check(CreditRules rules) {
        return new CreditRulesCheck(rules).findings();
    }

    private ImmutableList<Finding> findings() {
        days(rules.effective(), "/effective", "rules " + rules.id());
        for (int i = 0; i < rules.rules().size(); i++) {
            CreditRule rule = rules.rules().get(i);
            path = "/rules/" + i;
            named(rule.id());
            days(rule.effective(), path + "/effective", "rule " + rule.id());
            findings.addAll(rule.match(new CreditRuleCheck(path)));
        }
        for (int i = 0; i < rules.rollUps().size(); i++) {
            path = "/rollUps/" + i;
            rollUp(rules.rollUps().get(i));
        }
        if (rules.rules().stream().noneMatch(CreditRule.Split.class::isInstance)) {
            error(
                    "commission.credit.noSplit",
                    "/rules",
                    "rules " + rules.id() + " have no split, so nobody is credited directly",
                    "Maybe add one to the owner.");
        }
        sameConditions();
        return ImmutableList.copyOf(findings);
    }

    private void rollUp(RollUp rollUp) {
        named(rollUp.id());
        days(rollUp.effective(), path + "/effective", "roll-up " + rollUp.id());
        if (rollUp.levels() < 1) {
            error(
                    "commission.credit.levels",
                    path + "/levels",
                    "roll-up " + rollUp.id() + " must have at least one level: " + rollUp.levels(),
                    "Maybe it is not needed.");
        }
        if (!rollUp.shares().isEmpty() && rollUp.shares().size() != rollUp.levels()) {
            error(
                    "commission.credit.levels",
                    path + "/shares",
                    "roll-up " + rollUp.id() + " has " + rollUp.levels() + " levels, but "
                            + rollUp.shares().size() + " shares: " + rollUp.shares(),
                    "Maybe a share is missing.");
        }
        List<Rate> stated = new ArrayList<>(rollUp.shares());
        rollUp.own().ifPresent(stated::add);
        for (Rate share : stated) {
            if (share.signum() < 0) {
                findings.add(CreditRuleCheck.negative(rollUp.id(), "a level", share, path + "/shares"));
            }
        }
    }

    /** Whatever meets two splits of one priority and condition is in conflict, so this is found before the first event. */
    private void sameConditions() {
        Map<String, CreditRule.Split> first = new TreeMap<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            if (rules.rules().get(i) instanceof CreditRule.Split split) {
                CreditRule.Split other =
                        first.putIfAbsent(split.priority() + " " + split.when().words(), split);
                if (other != null
                        && other.effective().overlaps(split.effective())
                        && !(other.to() instanceof Recipients.DealSplit)
                        && !(split.to() instanceof Recipients.DealSplit)) {
                    path = "/rules/" + i;
                    error(
                            "commission.credit.overlap",
                            path,
                            "splits " + other.id() + " and " + split.id() + " both hold with priority "
                                    + split.priority() + " for " + split.when().words(),
                            "Maybe one of them should come first.");
                }
            }
        }
    }

    private void named(String id) {
        String other = paths.putIfAbsent(id, path);
        if (other != null) {
            error(
                    "commission.rule.duplicate",
                    path + "/id",
                    "rule id '" + id + "' is used by " + other + " as well",
                    "Maybe two versions of one rule are in the document.");
        }
        if (id.isBlank()) {
            error(
                    "commission.rule.id",
                    path + "/id",
                    "rule id must not be blank: '" + id + "'",
                    "Maybe name it after whom it credits.");
        }
    }

    private void days(DateRange days, String at, String what) {
        if (days.isEmpty()) {
            error(
                    "commission.credit.period",
                    at,
                    what + " ends before it starts: " + days,
                    "Maybe before is the last day; it must be the day after.");
        }
    }

    private void error(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, at, message).maybe(remedy));
    }
}
