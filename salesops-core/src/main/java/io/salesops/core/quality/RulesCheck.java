package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import javax.money.MonetaryAmount;

/** Finds what is wrong with a set of rules: fields that are not there, and tests that their types do not allow. */
final class RulesCheck implements QualityRule.Cases<Void> {
    private final QualitySubject<?> subject;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    private String path = "";

    private RulesCheck(QualitySubject<?> subject) {
        this.subject = subject;
    }

    static ImmutableList<Finding> of(QualityRules rules, QualitySubject<?> subject) {
        RulesCheck check = new RulesCheck(subject);
        if (rules.on() != subject.kind()) {
            check.error("subject", "rules " + rules.id() + " are on " + rules.on() + ", not on " + subject.kind());
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            QualityRule rule = rules.rules().get(i);
            check.path = "/rules/" + i;
            if (!ids.add(rule.id())) {
                check.error("duplicate", "two rules are called '" + rule.id() + "'");
            }
            rule.match(check);
        }
        return check.findings.build();
    }

    private void error(String problem, String message) {
        findings.add(Finding.error("quality.rule." + problem, path, message));
    }

    private void field(String field, Class<?>... types) {
        if (!subject.has(field)) {
            findings.add(Finding.error(
                            "quality.rule.field",
                            path + "/field",
                            "'" + field + "' is no field of "
                                    + subject.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .maybe("Maybe one of "
                            + String.join(", ", subject.fields().named().keySet()) + ", or custom. and a name."));
            return;
        }
        subject.type(field)
                .filter(type -> types.length > 0 && !List.of(types).contains(type))
                .ifPresent(type ->
                        error("type", "'" + field + "' of type " + type.getSimpleName() + " cannot be tested so"));
    }

    @Override
    public Void complete(QualityRule.Complete rule) {
        field(rule.field());
        return done();
    }

    @Override
    public Void unique(QualityRule.Unique rule) {
        if (rule.fields().isEmpty()) {
            error("empty", "rule '" + rule.id() + "' names no field");
        }
        rule.fields().forEach(this::field);
        return done();
    }

    @Override
    public Void oneOf(QualityRule.OneOf rule) {
        field(rule.field());
        if (rule.values().isEmpty()) {
            error("empty", "rule '" + rule.id() + "' lists no value");
        }
        return done();
    }

    @Override
    public Void pattern(QualityRule.Pattern rule) {
        field(rule.field());
        try {
            java.util.regex.Pattern.compile(rule.matches());
        } catch (PatternSyntaxException e) {
            error("pattern", "'" + rule.matches() + "' is no regular expression: " + e.getDescription());
        }
        return done();
    }

    @Override
    public Void range(QualityRule.Range rule) {
        field(rule.field(), Long.class, BigDecimal.class, MonetaryAmount.class);
        if (rule.atLeast().isEmpty() && rule.below().isEmpty()) {
            error("empty", "rule '" + rule.id() + "' has neither atLeast nor below");
        }
        return done();
    }

    @Override
    public Void fresh(QualityRule.Fresh rule) {
        field(rule.field(), LocalDate.class, Instant.class);
        return done();
    }

    @Override
    public Void refers(QualityRule.Refers rule) {
        field(rule.field());
        return done();
    }

    @Override
    public Void holds(QualityRule.Holds rule) {
        if (subject.condition(rule).isEmpty()) {
            String kind = subject.kind().name().toLowerCase(java.util.Locale.ROOT);
            error("condition", "rule '" + rule.id() + "' states no condition on " + kind);
        }
        return done();
    }

    @Override
    public Void inOrder(QualityRule.InOrder rule) {
        if (rule.fields().size() < 2) {
            error("empty", "rule '" + rule.id() + "' names fewer than two fields");
        }
        rule.fields()
                .forEach(field -> field(
                        field, LocalDate.class, Instant.class, Long.class, BigDecimal.class, MonetaryAmount.class));
        return done();
    }

    @Override
    public Void notPeriodEnd(QualityRule.NotPeriodEnd rule) {
        field(rule.field(), LocalDate.class, Instant.class);
        return done();
    }

    @Override
    public Void varied(QualityRule.Varied rule) {
        field(rule.field());
        return done();
    }

    @SuppressWarnings("NullAway") // Void has no other value
    private static Void done() {
        return null;
    }
}
