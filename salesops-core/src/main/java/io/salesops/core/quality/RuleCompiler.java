package io.salesops.core.quality;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.money.MonetaryAmount;

/** Makes each rule ready to judge. A rule on groups of records cannot judge one alone and is undecided here. */
final class RuleCompiler<T> implements QualityRule.Cases<RuleCheck<T>> {
    private final QualitySubject<T> subject;
    private final ImmutableMap<String, Predicate<String>> references;

    RuleCompiler(QualitySubject<T> subject, ImmutableMap<String, Predicate<String>> references) {
        this.subject = subject;
        this.references = references;
    }

    @Override
    public RuleCheck<T> complete(QualityRule.Complete rule) {
        Function<T, Optional<Object>> field = subject.reader(rule.field());
        ImmutableSet<String> placeholders =
                rule.placeholders().stream().map(RuleCompiler::plain).collect(ImmutableSet.toImmutableSet());
        return (record, asOf) -> {
            Optional<Object> value = field.apply(record);
            if (value.isEmpty() || value.get().toString().isBlank()) {
                return bad(rule, record, rule.field(), "value.missing", "there is no " + rule.field(), "");
            }
            String text = value.get().toString();
            return placeholders.contains(plain(text))
                    ? bad(
                            rule,
                            record,
                            rule.field(),
                            "value.placeholder",
                            rule.field() + " '" + text + "' stands for none",
                            text)
                    : RuleCheck.Verdict.GOOD;
        };
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public RuleCheck<T> unique(QualityRule.Unique rule) {
        return (record, asOf) -> RuleCheck.Verdict.UNDECIDED;
    }

    @Override
    public RuleCheck<T> oneOf(QualityRule.OneOf rule) {
        ImmutableSet<String> values = ImmutableSet.copyOf(rule.values());
        return onValue(rule.field(), (record, value, asOf) -> {
            String text = value.toString();
            if (values.contains(text)) {
                return RuleCheck.Verdict.GOOD;
            }
            Finding finding = finding(
                    rule,
                    record,
                    rule.field(),
                    "value.unknown",
                    rule.field() + " '" + text + "' is not in the list",
                    text);
            return RuleCheck.Verdict.bad(Spelling.nearest(text, rule.values())
                    .map(near -> finding.maybe("Maybe '" + near + "'."))
                    .orElse(finding));
        });
    }

    @Override
    public RuleCheck<T> pattern(QualityRule.Pattern rule) {
        java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(rule.matches());
        return onValue(rule.field(), (record, value, asOf) -> {
            String text = value.toString();
            return pattern.matcher(text).matches()
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            rule.field(),
                            "value.pattern",
                            rule.field() + " '" + text + "' does not match " + rule.matches(),
                            text);
        });
    }

    @Override
    public RuleCheck<T> range(QualityRule.Range rule) {
        return onValue(rule.field(), (record, value, asOf) -> {
            Optional<BigDecimal> number = number(value);
            if (number.isEmpty()) {
                return RuleCheck.Verdict.UNDECIDED;
            }
            boolean good = rule.atLeast().stream()
                            .allMatch(bound -> number.get().compareTo(bound) >= 0)
                    && rule.below().stream().allMatch(bound -> number.get().compareTo(bound) < 0);
            return good
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            rule.field(),
                            "value.range",
                            rule.field() + " " + value + " is not "
                                    + rule.atLeast()
                                            .map(bound -> "at least " + bound.toPlainString())
                                            .orElse("")
                                    + (rule.atLeast().isPresent()
                                                    && rule.below().isPresent()
                                            ? " and "
                                            : "")
                                    + rule.below()
                                            .map(bound -> "below " + bound.toPlainString())
                                            .orElse(""),
                            value.toString());
        });
    }

    private static Optional<BigDecimal> number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Optional.of(decimal);
        }
        if (value instanceof Long whole) {
            return Optional.of(BigDecimal.valueOf(whole));
        }
        return value instanceof MonetaryAmount amount ? Optional.of(Amounts.number(amount)) : Optional.empty();
    }

    @Override
    public RuleCheck<T> fresh(QualityRule.Fresh rule) {
        return onValue(rule.field(), (record, value, asOf) -> {
            Optional<LocalDate> day = day(value, asOf);
            if (day.isEmpty()) {
                return RuleCheck.Verdict.UNDECIDED;
            }
            long days = ChronoUnit.DAYS.between(day.get(), asOf.date());
            return days <= rule.maxDays()
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            rule.field(),
                            "value.stale",
                            rule.field() + " " + day.get() + " lies " + days + " days before " + asOf.date()
                                    + ", more than " + rule.maxDays(),
                            day.get().toString());
        });
    }

    private static Optional<LocalDate> day(Object value, AsOf asOf) {
        if (value instanceof LocalDate day) {
            return Optional.of(day);
        }
        return value instanceof Instant instant
                ? Optional.of(LocalDate.ofInstant(instant, asOf.zone()))
                : Optional.empty();
    }

    @Override
    public RuleCheck<T> refers(QualityRule.Refers rule) {
        Predicate<String> exists = references.get(rule.to());
        if (exists == null) {
            return (record, asOf) -> RuleCheck.Verdict.UNDECIDED;
        }
        return onValue(rule.field(), (record, value, asOf) -> {
            String text = value.toString();
            return exists.test(text)
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            rule.field(),
                            "reference.missing",
                            rule.field() + " '" + text + "' is no " + rule.to() + " that is there",
                            text);
        });
    }

    /** Judges a value that is there. */
    private interface ValueCheck<T> {
        RuleCheck.Verdict judge(T record, Object value, AsOf asOf);
    }

    private RuleCheck<T> onValue(String name, ValueCheck<T> check) {
        Function<T, Optional<Object>> field = subject.reader(name);
        return (record, asOf) -> field.apply(record)
                .map(value -> check.judge(record, value, asOf))
                .orElse(RuleCheck.Verdict.UNDECIDED);
    }

    private RuleCheck.Verdict bad(
            QualityRule rule, T record, String field, String problem, String message, String value) {
        return RuleCheck.Verdict.bad(finding(rule, record, field, problem, message, value));
    }

    private Finding finding(QualityRule rule, T record, String field, String problem, String message, String value) {
        ImmutableMap<String, String> evidence = value.isEmpty()
                ? ImmutableMap.of("rule", rule.id())
                : ImmutableMap.of("rule", rule.id(), "value", value);
        return Finding.of(rule.severity(), "quality." + problem, subject.id().apply(record) + "/" + field, message)
                .withEvidence(evidence);
    }
}
