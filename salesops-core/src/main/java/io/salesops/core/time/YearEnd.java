package io.salesops.core.time;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The day on which a fiscal year of 52 or 53 weeks ends; the two rules are those of 26 CFR 1.441-2(a).
 *
 * <p>ISO 8601 weeks end a year on the Sunday nearest to 31 December; the retail calendar of the National Retail
 * Federation on the Saturday nearest to 31 January. Immutable and thread-safe.
 *
 * @param rule which such day of the week
 * @param day the day of the week on which every year ends
 */
public record YearEnd(Rule rule, DayOfWeek day) {

    /** Checks that both are stated. */
    public YearEnd {
        requireNonNull(rule, "rule");
        requireNonNull(day, "day");
    }

    /** Obtains the rule that a year ends on the last such day of the week in its closing month. */
    public static YearEnd last(DayOfWeek day) {
        return new YearEnd(Rule.LAST, day);
    }

    /** Obtains the rule that a year ends on that day of the week which is nearest to the end of its closing month. */
    public static YearEnd nearest(DayOfWeek day) {
        return new YearEnd(Rule.NEAREST, day);
    }

    /** The rule in words: "last SATURDAY". */
    String words() {
        return rule.name().toLowerCase(Locale.ROOT) + " " + day;
    }

    /** Returns the last day of the year that closes with the month. */
    public LocalDate lastDay(YearMonth closing) {
        LocalDate monthEnd = closing.atEndOfMonth();
        return switch (rule) {
            case LAST -> monthEnd.with(TemporalAdjusters.previousOrSame(day));
            // Of the seven days from three before to three after, one falls on the day of the week.
            case NEAREST -> monthEnd.plusDays(3).with(TemporalAdjusters.previousOrSame(day));
        };
    }

    /** Which day of the week ends a year. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Rule {
        /** The last one in the closing month: the year never ends after the month. */
        LAST,
        /** The one nearest to the end of the closing month, at most three days before or after it. */
        NEAREST
    }
}
