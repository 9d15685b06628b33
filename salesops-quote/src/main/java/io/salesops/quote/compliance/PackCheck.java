package io.salesops.quote.compliance;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import io.salesops.quote.compliance.CheckKind.LimitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is wrong with a policy pack. */
final class PackCheck {
    private final List<Finding> findings = new ArrayList<>();

    private PackCheck() {}

    static ImmutableList<Finding> check(PolicyPack pack) {
        PackCheck check = new PackCheck();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < pack.checks().size(); i++) {
            PolicyCheck one = pack.checks().get(i);
            Integer same = seen.putIfAbsent(one.id(), i);
            if (same != null) {
                check.error(
                        "compliance.check.duplicate",
                        "/checks/" + i + "/id",
                        "checks /checks/" + same + " and /checks/" + i + " are both named " + one.id());
            }
            check.one(one, "/checks/" + i);
        }
        return ImmutableList.copyOf(check.findings);
    }

    private void one(PolicyCheck check, String path) {
        Optional<CheckKind> kind = CheckKind.named(check.check());
        if (kind.isEmpty()) {
            findings.add(Finding.error(
                            "compliance.check.unknown",
                            path + "/check",
                            "check " + check.id() + " names '" + check.check() + "', which is no check")
                    .maybe("Maybe it is one of " + CheckKind.names() + "."));
        }
        if (check.owner().isBlank()) {
            error("compliance.check.owner", path + "/owner", "check " + check.id() + " has no owner");
        }
        limits(check, kind.map(CheckKind::limits), path + "/limits");
    }

    private void limits(PolicyCheck check, Optional<LimitKind> kind, String path) {
        boolean none = kind.filter(LimitKind.NONE::equals).isPresent();
        boolean needed = kind.filter(one -> one == LimitKind.PERCENT || one == LimitKind.NUMBER)
                .isPresent();
        if (none && !check.limits().isEmpty()) {
            error("compliance.limit.unexpected", path, "check " + check.id() + " takes no limits: " + check.limits());
        }
        if (needed && check.limits().isEmpty()) {
            error("compliance.limit.missing", path, "check " + check.id() + " has no limits");
        }
        Map<Rational, String> levels = new HashMap<>();
        Optional<Rational> min = Optional.empty();
        for (Map.Entry<String, String> limit : check.limits().entrySet()) {
            String at = path + "/" + limit.getKey();
            Optional<Rational> value = value(check, limit, at);
            if (limit.getKey().equals(Limits.MIN)) {
                min = value;
            } else if (value.isPresent()) {
                String same = levels.putIfAbsent(value.get(), limit.getKey());
                if (same != null) {
                    error(
                            "compliance.limit.conflict",
                            at,
                            "levels " + same + " and " + limit.getKey() + " of check " + check.id()
                                    + " have the same limit " + limit.getValue()
                                    + ", and neither comes before the other");
                }
            }
        }
        min.ifPresent(bound -> levels.forEach((value, level) -> {
            if (value.compareTo(bound) < 0) {
                error(
                        "compliance.limit.order",
                        path + "/" + level,
                        "limit " + value + " of check " + check.id() + " is below its min " + bound);
            }
        }));
    }

    private Optional<Rational> value(PolicyCheck check, Map.Entry<String, String> limit, String at) {
        try {
            return Optional.of(Limits.value(limit.getValue()));
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(
                            "compliance.limit.invalid",
                            at,
                            "limit " + limit.getKey() + " of check " + check.id() + " is no number: '"
                                    + limit.getValue() + "'")
                    .maybe("Maybe write it like 15% or 60."));
            return Optional.empty();
        }
    }

    private void error(String code, String path, String message) {
        findings.add(Finding.error(code, path, message));
    }
}
