package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        String field = rule.field();
        Function<T, Optional<Object>> reader = subject.reader(field);
        ImmutableSet<String> placeholders =
                rule.placeholders().stream().map(RuleCompiler::plain).collect(ImmutableSet.toImmutableSet());
        return (record, asOf) -> {
            Optional<Object> value = reader.apply(record);
            String text = value.map(Object::toString).orElse("");
            if (text.isBlank()) {
                return bad(rule, record, field, "value.missing", "", () -> "there is no " + field);
            }
            return !placeholders.isEmpty() && placeholders.contains(plain(text))
                    ? bad(
                            rule,
                            record,
                            field,
                            "value.placeholder",
                            text,
                            () -> field + " '" + text + "' stands for none")
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
    public RuleCheck<T> varied(QualityRule.Varied rule) {
        return (record, asOf) -> RuleCheck.Verdict.UNDECIDED;
    }

    @Override
    public RuleCheck<T> oneOf(QualityRule.OneOf rule) {
        String field = rule.field();
        ImmutableSet<String> values = ImmutableSet.copyOf(rule.values());
        return onValue(field, (record, value, asOf) -> {
            String text = value.toString();
            return values.contains(text)
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            field,
                            "value.unknown",
                            text,
                            () -> field + " '" + text + "' is not in the list",
                            () -> Spelling.nearest(text, rule.values()).map(near -> "Maybe '" + near + "'."));
        });
    }

    @Override
    public RuleCheck<T> pattern(QualityRule.Pattern rule) {
        String field = rule.field();
        java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(rule.matches());
        return onValue(field, (record, value, asOf) -> {
            String text = value.toString();
            return pattern.matcher(text).matches()
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            field,
                            "value.pattern",
                            text,
                            () -> field + " '" + text + "' does not match " + rule.matches());
        });
    }

    @Override
    public RuleCheck<T> range(QualityRule.Range rule) {
        String field = rule.field();
        String words = words(rule);
        return onValue(field, (record, value, asOf) -> {
            Optional<BigDecimal> number = OrderedValues.number(value);
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
                            field,
                            "value.range",
                            value.toString(),
                            () -> field + " " + value + " is not " + words);
        });
    }

    private static String words(QualityRule.Range rule) {
        return Stream.of(
                        rule.atLeast().map(bound -> "at least " + bound.toPlainString()),
                        rule.below().map(bound -> "below " + bound.toPlainString()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }

    @Override
    public RuleCheck<T> fresh(QualityRule.Fresh rule) {
        String field = rule.field();
        return onValue(field, (record, value, asOf) -> {
            Optional<LocalDate> day = OrderedValues.day(value, asOf);
            if (day.isEmpty()) {
                return RuleCheck.Verdict.UNDECIDED;
            }
            long days = ChronoUnit.DAYS.between(day.get(), asOf.date());
            return days <= rule.maxDays()
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            field,
                            "value.stale",
                            day.get().toString(),
                            () -> field + " " + day.get() + " lies " + days + " days before " + asOf.date()
                                    + ", more than " + rule.maxDays());
        });
    }

    @Override
    public RuleCheck<T> refers(QualityRule.Refers rule) {
        String field = rule.field();
        Predicate<String> exists = references.get(rule.to());
        if (exists == null) {
            return (record, asOf) -> RuleCheck.Verdict.UNDECIDED;
        }
        return onValue(field, (record, value, asOf) -> {
            String text = value.toString();
            return exists.test(text)
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            field,
                            "reference.missing",
                            text,
                            () -> field + " '" + text + "' is no " + rule.to() + " that is there");
        });
    }

    @Override
    public RuleCheck<T> holds(QualityRule.Holds rule) {
        Criteria<T> condition = subject.condition(rule).orElseThrow();
        String fields = String.join("+", RuleFields.of(rule));
        return (record, asOf) -> {
            Truth truth = condition.test(record);
            if (truth == Truth.UNKNOWN) {
                return RuleCheck.Verdict.UNDECIDED;
            }
            return truth == Truth.TRUE
                    ? RuleCheck.Verdict.GOOD
                    : bad(
                            rule,
                            record,
                            fields,
                            "values.contradictory",
                            "",
                            () -> "it does not hold that " + condition.words());
        };
    }

    @Override
    public RuleCheck<T> inOrder(QualityRule.InOrder rule) {
        ImmutableList<Function<T, Optional<Object>>> readers =
                rule.fields().stream().map(subject::reader).collect(ImmutableList.toImmutableList());
        return (record, asOf) -> {
            int last = -1;
            Object before = "";
            boolean judged = false;
            for (int i = 0; i < readers.size(); i++) {
                Optional<Object> value = readers.get(i).apply(record);
                if (value.isEmpty()) {
                    continue;
                }
                if (last >= 0) {
                    Optional<Integer> order = OrderedValues.order(before, value.get(), asOf);
                    judged |= order.isPresent();
                    if (order.filter(sign -> sign > 0).isPresent()) {
                        return bad(
                                rule,
                                record,
                                rule.fields().get(last),
                                rule.fields().get(i),
                                before,
                                value.get());
                    }
                }
                last = i;
                before = value.get();
            }
            return judged ? RuleCheck.Verdict.GOOD : RuleCheck.Verdict.UNDECIDED;
        };
    }

    private RuleCheck.Verdict bad(
            QualityRule rule, T record, String first, String second, Object before, Object after) {
        return bad(
                rule,
                record,
                first + "+" + second,
                "values.disorder",
                after.toString(),
                () -> second + " " + after + " comes before " + first + " " + before);
    }

    @Override
    public RuleCheck<T> notPeriodEnd(QualityRule.NotPeriodEnd rule) {
        String field = rule.field();
        String period = rule.period().name().toLowerCase(Locale.ROOT);
        return onValue(field, (record, value, asOf) -> {
            Optional<LocalDate> day = OrderedValues.day(value, asOf);
            if (day.isEmpty()) {
                return RuleCheck.Verdict.UNDECIDED;
            }
            return isPeriodEnd(rule, day.get())
                    ? bad(
                            rule,
                            record,
                            field,
                            "value.periodEnd",
                            day.get().toString(),
                            () -> field + " " + day.get() + " is the last day of a " + period)
                    : RuleCheck.Verdict.GOOD;
        });
    }

    private static boolean isPeriodEnd(QualityRule.NotPeriodEnd rule, LocalDate day) {
        if (day.getDayOfMonth() != day.lengthOfMonth()) {
            return false;
        }
        int months = Math.floorMod(day.getMonthValue() - rule.firstMonth().orElse(1) + 1, 12);
        return switch (rule.period()) {
            case MONTH -> true;
            case QUARTER -> months % 3 == 0;
            case YEAR -> months == 0;
        };
    }

    /** Judges a value that is there. */
    private interface ValueCheck<T> {
        RuleCheck.Verdict judge(T record, Object value, AsOf asOf);
    }

    private RuleCheck<T> onValue(String name, ValueCheck<T> check) {
        Function<T, Optional<Object>> field = subject.reader(name);
        return (record, asOf) -> {
            Optional<Object> value = field.apply(record);
            return value.isPresent() ? check.judge(record, value.get(), asOf) : RuleCheck.Verdict.UNDECIDED;
        };
    }

    private RuleCheck.Verdict bad(
            QualityRule rule, T record, String field, String problem, String value, Supplier<String> message) {
        return bad(rule, record, field, problem, value, message, Optional::empty);
    }

    private RuleCheck.Verdict bad(
            QualityRule rule,
            T record,
            String field,
            String problem,
            String value,
            Supplier<String> message,
            Supplier<Optional<String>> remedy) {
        String id = subject.id().apply(record);
        return RuleCheck.Verdict.bad(new RuleCheck.Violation("quality." + problem, id, value, () -> {
            Finding finding = Finding.of(rule.severity(), "quality." + problem, id + "/" + field, message.get())
                    .withEvidence(
                            value.isEmpty()
                                    ? ImmutableMap.of("rule", rule.id())
                                    : ImmutableMap.of("rule", rule.id(), "value", value));
            return remedy.get().map(finding::maybe).orElse(finding);
        }));
    }
}
