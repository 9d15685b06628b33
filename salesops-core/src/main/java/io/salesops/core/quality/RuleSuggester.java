package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Suggests rules that the profiled records nearly keep already, each with its reason; a person decides which are taken.
 *
 * <p>Suggested are: a field to be complete that nearly all records have; a list of values where few values make up all
 * records, without those that are probably misspelt; bounds where no number is negative; values to be unique where all
 * are; days not to be quarter ends where many are. Every rule tolerates what the records break by now, rounded up to a whole
 * percent, so that records like the profiled ones give no warning. Immutable and thread-safe.
 */
public final class RuleSuggester {
    private static final int FEWEST_RECORDS = 20;
    private static final int MOST_LISTED = 20;
    private static final long RECORDS_A_VALUE = 5;
    private static final long RARE = 20;

    private final List<SuggestedRule> rules = new ArrayList<>();

    private RuleSuggester() {}

    /** Returns the suggestions, field by field; none for fewer than {@value #FEWEST_RECORDS} records. */
    public static ImmutableList<SuggestedRule> suggest(DataProfile profile) {
        RuleSuggester suggester = new RuleSuggester();
        if (profile.records() >= FEWEST_RECORDS) {
            profile.fields().forEach(suggester::suggest);
        }
        return ImmutableList.copyOf(suggester.rules);
    }

    /** Returns the suggested rules as a document that a checker takes. */
    public static QualityRules rules(String id, String version, DataProfile profile) {
        return QualityRules.builder()
                .id(id)
                .version(version)
                .on(profile.on())
                .addAllRules(suggest(profile).stream().map(SuggestedRule::rule).toList())
                .build();
    }

    private void suggest(FieldProfile field) {
        complete(field);
        unique(field);
        oneOf(field);
        range(field);
        notPeriodEnd(field);
    }

    private void complete(FieldProfile field) {
        long missing = field.records() - field.given();
        if (missing * RECORDS_A_VALUE > field.records()) {
            return;
        }
        add(
                new QualityRule.Complete(
                        field.field() + "-given",
                        Severity.WARNING,
                        field.field(),
                        field.placeholders().keySet().asList(),
                        tolerated(missing, field.records())),
                field.given() + " of " + field.records() + " records have a value"
                        + (field.placeholders().isEmpty()
                                ? ""
                                : "; placeholders are "
                                        + String.join(", ", field.placeholders().keySet())));
    }

    private void unique(FieldProfile field) {
        if (!field.estimated()
                && field.distinct() == field.present()
                && field.present() >= FEWEST_RECORDS
                && field.days().isEmpty()
                && field.numbers().isEmpty()) {
            add(
                    new QualityRule.Unique(
                            field.field() + "-unique", Severity.WARNING, ImmutableList.of(field.field())),
                    "all " + field.present() + " values differ");
        }
    }

    private void oneOf(FieldProfile field) {
        boolean isText = field.numbers().isEmpty() && field.days().isEmpty();
        if (!isText
                || field.estimated()
                || field.distinct() > MOST_LISTED
                || field.top().isEmpty()
                || field.top().stream().anyMatch(value -> value.value().length() >= ValueTally.LONGEST)
                || field.present() < field.distinct() * RECORDS_A_VALUE) {
            return;
        }
        List<String> listed = new ArrayList<>();
        long others = 0;
        List<String> misspelt = new ArrayList<>();
        for (ValueCount value : field.top()) {
            boolean isPlaceholder = field.placeholders().containsKey(value.value());
            Optional<String> near = Spelling.nearest(value.value(), listed);
            if (!isPlaceholder && near.isPresent() && value.count() * RARE < field.present()) {
                misspelt.add("'" + value.value() + "' as '" + near.get() + "'");
                others += value.count();
            } else if (isPlaceholder) {
                others += value.count();
            } else {
                listed.add(value.value());
            }
        }
        if (listed.isEmpty()) {
            return;
        }
        add(
                new QualityRule.OneOf(
                        field.field() + "-known",
                        Severity.WARNING,
                        field.field(),
                        ImmutableList.copyOf(listed),
                        tolerated(others, field.present())),
                listed.size() + " values make up " + (field.present() - others) + " of " + field.present()
                        + (misspelt.isEmpty() ? "" : "; probably misspelt is " + String.join(", ", misspelt)));
    }

    private void range(FieldProfile field) {
        field.numbers()
                .filter(numbers ->
                        numbers.count() >= FEWEST_RECORDS && numbers.least().signum() >= 0)
                .ifPresent(numbers -> add(
                        new QualityRule.Range(
                                field.field() + "-range",
                                Severity.WARNING,
                                field.field(),
                                Optional.of(BigDecimal.ZERO),
                                Optional.empty()),
                        "the " + numbers.count() + " numbers lie between "
                                + numbers.least().toPlainString() + " and "
                                + numbers.most().toPlainString()));
    }

    private void notPeriodEnd(FieldProfile field) {
        field.days()
                .filter(days -> days.count() >= FEWEST_RECORDS && days.quarterEnds() * RECORDS_A_VALUE > days.count())
                .ifPresent(days -> add(
                        new QualityRule.NotPeriodEnd(
                                field.field() + "-no-default",
                                Severity.WARNING,
                                field.field(),
                                QualityRule.NotPeriodEnd.Period.QUARTER,
                                java.util.OptionalInt.empty(),
                                tolerated(days.quarterEnds(), days.count())),
                        days.quarterEnds() + " of " + days.count() + " days are the last of a quarter"));
    }

    /** The share, rounded up to a whole percent; absent where nothing is to be tolerated. */
    private static Optional<Rate> tolerated(long count, long of) {
        return count == 0 ? Optional.empty() : Optional.of(Rate.ratio((count * 100 + of - 1) / of, 100));
    }

    private void add(QualityRule rule, String reason) {
        rules.add(new SuggestedRule(rule, reason));
    }
}
