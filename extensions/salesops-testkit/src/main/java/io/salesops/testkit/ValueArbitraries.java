package io.salesops.testkit;

import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.commission.testkit.CreditArbitraries;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.criteria.Judgement;
import io.salesops.core.crm.Account;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Ratio;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.Change;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.Conversion;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.Versioned;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.CallArbitraries;
import io.salesops.core.testkit.CriteriaArbitraries;
import io.salesops.core.testkit.ExplanationArbitraries;
import io.salesops.core.testkit.FindingArbitraries;
import io.salesops.core.testkit.MoneyArbitraries;
import io.salesops.core.testkit.TextArbitraries;
import io.salesops.core.testkit.TimeArbitraries;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.TextPattern;
import io.salesops.core.text.Tokens;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.BusinessCalendar;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DateRanges;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.DayHours;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.core.time.Hours;
import io.salesops.core.time.PeriodSchedule;
import io.salesops.core.time.PersonalHours;
import io.salesops.core.time.WeeklyHours;
import io.salesops.core.time.YearEnd;
import io.salesops.quote.testkit.QuoteArbitraries;
import io.salesops.territory.testkit.TerritoryArbitraries;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generators of the values that all areas share: money, time, conditions, findings, explanations and text.
 */
public final class ValueArbitraries {
    private ValueArbitraries() {}

    /** Currencies without, with two and with three decimals: JPY, EUR and USD, KWD. */
    public static Arbitrary<CurrencyUnit> currencies() {
        return MoneyArbitraries.currencies();
    }

    /** Amounts in any currency, exact at its own decimals. */
    public static Arbitrary<MonetaryAmount> amounts() {
        return MoneyArbitraries.amounts();
    }

    /** Exact numbers, whole ones and ones beyond 63 bits among them. */
    public static Arbitrary<Rational> rationals() {
        return MoneyArbitraries.rationals();
    }

    /** Rates, negative ones and ones above 100% among them. */
    public static Arbitrary<Rate> rates() {
        return MoneyArbitraries.rates();
    }

    /** Policies that split by largest remainder, half of them at a stated scale of 0 to 8. */
    public static Arbitrary<RoundingPolicy> roundingPolicies() {
        return MoneyArbitraries.roundingPolicies();
    }

    /** Exchange rates between the currencies of {@link MoneyArbitraries#currencies()} on {@link MoneyArbitraries#days()}. */
    public static Arbitrary<DatedRate> datedRates() {
        return MoneyArbitraries.datedRates();
    }

    /** Tables without contradictions, the empty one among them. */
    public static Arbitrary<RateTable> rateTables() {
        return MoneyArbitraries.rateTables();
    }

    /** Amounts converted by a rate of the day, and amounts that needed none. */
    public static Arbitrary<Conversion> conversions() {
        return MoneyArbitraries.conversions();
    }

    /** Amounts split over a few keys. */
    public static Arbitrary<Allocation<String>> allocations() {
        return MoneyArbitraries.allocations();
    }

    /** Shares of {@link MoneyArbitraries#allocations()}. */
    public static Arbitrary<Allocation.Share> shares() {
        return MoneyArbitraries.shares();
    }

    /** Ranges of days, of which some have no start, no end or neither. */
    public static Arbitrary<DateRange> dateRanges() {
        return TimeArbitraries.ranges();
    }

    /** Sets of up to five ranges. */
    public static Arbitrary<DateRanges> rangeSets() {
        return TimeArbitraries.rangeSets();
    }

    /** Calendars of months and of weeks, from any month, named by either year. */
    public static Arbitrary<FiscalCalendar> fiscalCalendars() {
        return TimeArbitraries.fiscalCalendars();
    }

    /** Months, quarters, halves and years of any calendar. */
    public static Arbitrary<FiscalPeriod> fiscalPeriods() {
        return TimeArbitraries.fiscalPeriods();
    }

    /** Spans of hours on one day. */
    public static Arbitrary<Hours> hours() {
        return TimeArbitraries.hours();
    }

    /** Up to three spans of whole minutes. */
    public static Arbitrary<DayHours> dayHours() {
        return TimeArbitraries.dayHours();
    }

    /** Weeks with any hours on any day. */
    public static Arbitrary<WeeklyHours> weeklyHours() {
        return TimeArbitraries.weeklyHours();
    }

    /** The hours of a person, with absences and special days around any date. */
    public static Arbitrary<PersonalHours> personalHours() {
        return TimeArbitraries.personalHours();
    }

    /** Calendars of any zone around any date. */
    public static Arbitrary<BusinessCalendar> businessCalendars() {
        return TimeArbitraries.businessCalendars();
    }

    /** All conventions, of months with a fixed number of days those with 28, 30 and 31. */
    public static Arbitrary<DayCount> dayCounts() {
        return TimeArbitraries.dayCounts();
    }

    /** Schedules of 1 to 24 months. */
    public static Arbitrary<PeriodSchedule> periodSchedules() {
        return TimeArbitraries.schedules();
    }

    /** Rules for the last day of a year of weeks. */
    public static Arbitrary<YearEnd> yearEnds() {
        return TimeArbitraries.yearEnds();
    }

    /** Days to ask about, some with an earlier knowledge, in any zone; without exchange rates. */
    public static Arbitrary<AsOf> asOf() {
        return TimeArbitraries.asOf();
    }

    /** Conditions on accounts over built-in and custom fields of every type, nested up to three deep. */
    public static Arbitrary<Criteria<Account>> criteria() {
        return CriteriaArbitraries.onAccounts();
    }

    /** Judgements on accounts, with every reason for and against. */
    public static Arbitrary<Judgement> judgements() {
        return CriteriaArbitraries.judgements();
    }

    /** Fields of accounts: built-in ones and custom ones of each type. */
    public static Arbitrary<Field<Account, ?>> fields() {
        return CriteriaArbitraries.fields();
    }

    /** Kinds of records on which conditions are read. */
    public static Arbitrary<Fields<?>> kinds() {
        return Arbitraries.oneOf(
                CriteriaArbitraries.kinds(),
                CommissionArbitraries.kinds(),
                CreditArbitraries.kinds(),
                QuoteArbitraries.kinds(),
                TerritoryArbitraries.kinds());
    }

    /** Findings of every severity, with and without evidence, remedy and place. */
    public static Arbitrary<Finding> findings() {
        return FindingArbitraries.findings();
    }

    /** Places in a text. */
    public static Arbitrary<Location> locations() {
        return FindingArbitraries.locations();
    }

    /** What was left out, with a count of at least its examples. */
    public static Arbitrary<Omission> omissions() {
        return FindingArbitraries.omissions();
    }

    /** Values that were accepted, with warnings or without, and refusals with at least one error. */
    public static <T> Arbitrary<Checked<T>> checked(Arbitrary<T> values) {
        return CallArbitraries.checked(values);
    }

    /** Sums and choices. */
    public static Arbitrary<Explanation> explanations() {
        return ExplanationArbitraries.explanations();
    }

    /** Steps of any unit, some made up of parts. */
    public static Arbitrary<Step> steps() {
        return ExplanationArbitraries.steps();
    }

    /** Candidates, chosen and rejected. */
    public static Arbitrary<Candidate> candidates() {
        return ExplanationArbitraries.candidates();
    }

    /** Quantities of each unit. */
    public static Arbitrary<Quantity> quantities() {
        return ExplanationArbitraries.quantities();
    }

    /** Ratios, some with an empty denominator. */
    public static Arbitrary<Ratio> ratios() {
        return ExplanationArbitraries.ratios();
    }

    /** Rules of a few documents. */
    public static Arbitrary<RuleRef> ruleRefs() {
        return ExplanationArbitraries.rules();
    }

    /** Fingerprints of definitions and of facts. */
    public static Arbitrary<Fingerprint> fingerprints() {
        return ExplanationArbitraries.fingerprints();
    }

    /** What results were computed from. */
    public static Arbitrary<Provenance> provenances() {
        return ExplanationArbitraries.provenances();
    }

    /** What results name of their inputs. */
    public static Arbitrary<Provenance.Input> provenanceInputs() {
        return ExplanationArbitraries.inputs();
    }

    /** Texts of several scripts, with accents, surrogate pairs and white space; empty ones and ones beyond 64 characters too. */
    public static Arbitrary<String> texts() {
        return TextArbitraries.texts();
    }

    /** All normalizers. */
    public static Arbitrary<Normalizer> normalizers() {
        return TextArbitraries.normalizers();
    }

    /** Patterns of {@link TextArbitraries#texts()}. */
    public static Arbitrary<TextPattern> textPatterns() {
        return TextArbitraries.textPatterns();
    }

    /** The words of {@link TextArbitraries#texts()}. */
    public static Arbitrary<Tokens> tokens() {
        return TextArbitraries.tokens();
    }

    /** Differences of two texts: a field that came, went or has another value. */
    public static Arbitrary<Change> changes() {
        return CallArbitraries.changes();
    }

    /** Kinds and versions of documents. */
    public static Arbitrary<DocumentSchema> documentSchemas() {
        return CallArbitraries.documentSchemas();
    }

    /** Ways to run: alone or by up to four tasks, all of them in the calling thread, so that a failure comes again. */
    public static Arbitrary<Execution> executions() {
        return CallArbitraries.executions();
    }

    /** Limits of time by a clock that stands still, so that they never cut. */
    public static Arbitrary<Execution.TimeLimit> timeLimits() {
        return CallArbitraries.timeLimits();
    }

    /** Values under a version, new ones among them. */
    public static <T> Arbitrary<Versioned<T>> versioned(Arbitrary<T> values) {
        return CallArbitraries.versioned(values);
    }

    /** Entries of a log under their sequence. */
    public static <E> Arbitrary<Sequenced<E>> sequenced(Arbitrary<E> entries) {
        return CallArbitraries.sequenced(entries);
    }
}
