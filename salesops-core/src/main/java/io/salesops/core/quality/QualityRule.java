package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * One check on one field or set of fields.
 *
 * <p>Fields are named as in conditions. Only {@link Complete} judges a missing value; of the others a record without a
 * value is neither good nor bad and is left out of the count. Immutable and thread-safe.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(QualityRule.Complete.class),
    @JsonSubTypes.Type(QualityRule.Unique.class),
    @JsonSubTypes.Type(QualityRule.OneOf.class),
    @JsonSubTypes.Type(QualityRule.Pattern.class),
    @JsonSubTypes.Type(QualityRule.Range.class),
    @JsonSubTypes.Type(QualityRule.Fresh.class),
    @JsonSubTypes.Type(QualityRule.Refers.class),
    @JsonSubTypes.Type(QualityRule.Holds.class),
    @JsonSubTypes.Type(QualityRule.InOrder.class),
    @JsonSubTypes.Type(QualityRule.NotPeriodEnd.class),
    @JsonSubTypes.Type(QualityRule.Varied.class)
})
public sealed interface QualityRule {

    /** What the user calls the rule. */
    String id();

    /** How much a violation matters. */
    Severity severity();

    /** The share of the records judged that may break it; within it violations count, but are information. */
    Optional<Rate> tolerated();

    /** Calls the case for this kind of rule. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of rule. */
    interface Cases<R> {
        R complete(Complete rule);

        R unique(Unique rule);

        R oneOf(OneOf rule);

        R pattern(Pattern rule);

        R range(Range rule);

        R fresh(Fresh rule);

        R refers(Refers rule);

        R holds(Holds rule);

        R inOrder(InOrder rule);

        R notPeriodEnd(NotPeriodEnd rule);

        R varied(Varied rule);
    }

    /**
     * The field has a value that is more than a placeholder.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param field the field
     * @param placeholders values that stand for none, such as {@code Select}; letter case counts nothing
     * @param tolerated the share of records that may lack it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("complete")
    @JsonDeserialize(builder = CompleteBuilder.class)
    record Complete(
            String id, Severity severity, String field, ImmutableList<String> placeholders, Optional<Rate> tolerated)
            implements QualityRule {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.complete(this);
        }
    }

    /**
     * No two records have the same values in all of the fields; values are the same if their texts are.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param fields the fields
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("unique")
    @JsonDeserialize(builder = UniqueBuilder.class)
    record Unique(String id, Severity severity, ImmutableList<String> fields, Optional<Rate> tolerated)
            implements QualityRule {

        /** Makes a rule that tolerates nothing. */
        public Unique(String id, Severity severity, ImmutableList<String> fields) {
            this(id, severity, fields, Optional.empty());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unique(this);
        }
    }

    /**
     * The text of the field is one of a list.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param field the field
     * @param values the allowed values
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("oneOf")
    @JsonDeserialize(builder = OneOfBuilder.class)
    record OneOf(String id, Severity severity, String field, ImmutableList<String> values, Optional<Rate> tolerated)
            implements QualityRule {

        /** Makes a rule that tolerates nothing. */
        public OneOf(String id, Severity severity, String field, ImmutableList<String> values) {
            this(id, severity, field, values, Optional.empty());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.oneOf(this);
        }
    }

    /**
     * The whole text of the field matches a regular expression.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param field the field
     * @param matches the expression, as in {@link java.util.regex.Pattern}
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("pattern")
    @JsonDeserialize(builder = PatternBuilder.class)
    record Pattern(String id, Severity severity, String field, String matches, Optional<Rate> tolerated)
            implements QualityRule {

        /** Makes a rule that tolerates nothing. */
        public Pattern(String id, Severity severity, String field, String matches) {
            this(id, severity, field, matches, Optional.empty());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pattern(this);
        }
    }

    /**
     * The number of the field, or the number of an amount in its own currency, lies between bounds.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param field the field
     * @param atLeast the least number that is good
     * @param below the least number above that is not
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("range")
    @JsonDeserialize(builder = RangeBuilder.class)
    record Range(
            String id,
            Severity severity,
            String field,
            Optional<BigDecimal> atLeast,
            Optional<BigDecimal> below,
            Optional<Rate> tolerated)
            implements QualityRule {

        /** Makes a rule that tolerates nothing. */
        public Range(
                String id, Severity severity, String field, Optional<BigDecimal> atLeast, Optional<BigDecimal> below) {
            this(id, severity, field, atLeast, below, Optional.empty());
        }

        /** Drops trailing zeros, so that equal bounds are equal. */
        public Range {
            atLeast = atLeast.map(Amounts::plain);
            below = below.map(Amounts::plain);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.range(this);
        }
    }

    /**
     * The day or moment of the field is not long past.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param field the field
     * @param maxDays how many days it may lie before the business day
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("fresh")
    @JsonDeserialize(builder = FreshBuilder.class)
    record Fresh(String id, Severity severity, String field, int maxDays, Optional<Rate> tolerated)
            implements QualityRule {

        /** Makes a rule that tolerates nothing. */
        public Fresh(String id, Severity severity, String field, int maxDays) {
            this(id, severity, field, maxDays, Optional.empty());
        }

        /** Checks the days. */
        public Fresh {
            checkArgument(maxDays >= 0, "maxDays of rule %s must not be negative: %s", id, maxDays);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fresh(this);
        }
    }

    /**
     * What the field refers to is there, as {@link QualityChecker#referring} says.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param field the field
     * @param to what it refers to, for example {@code "rep"}
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("refers")
    @JsonDeserialize(builder = RefersBuilder.class)
    record Refers(String id, Severity severity, String field, String to, Optional<Rate> tolerated)
            implements QualityRule {

        /** Makes a rule that tolerates nothing. */
        public Refers(String id, Severity severity, String field, String to) {
            this(id, severity, field, to, Optional.empty());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refers(this);
        }
    }

    /**
     * A condition on one or several fields holds; where a field that it needs is missing, nothing is said.
     *
     * <p>The condition on the kind of record that the rules are on must be stated; those on other kinds are for rules on
     * them that share this one. What is required only in some cases is written as {@code any} of the other cases and the
     * requirement.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param account the condition on accounts
     * @param contact the condition on contacts
     * @param lead the condition on leads
     * @param opportunity the condition on opportunities
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("holds")
    @JsonDeserialize(builder = HoldsBuilder.class)
    record Holds(
            String id,
            Severity severity,
            Optional<Criteria<Account>> account,
            Optional<Criteria<Contact>> contact,
            Optional<Criteria<Lead>> lead,
            Optional<Criteria<Opportunity>> opportunity,
            Optional<Rate> tolerated)
            implements QualityRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.holds(this);
        }
    }

    /**
     * The values of the fields do not descend: days, moments, numbers or amounts of one currency; those that are missing
     * are passed over.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param fields the fields in their order, for example {@code engagedOn} and {@code closeDate}
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("inOrder")
    @JsonDeserialize(builder = InOrderBuilder.class)
    record InOrder(String id, Severity severity, ImmutableList<String> fields, Optional<Rate> tolerated)
            implements QualityRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inOrder(this);
        }
    }

    /**
     * The day is not the last of a period: where many are, a form or a habit has filled them in.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param field the field, a day or moment
     * @param period which last days are meant
     * @param firstMonth the month in which the year begins, 1 to 12; January unless stated
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("notPeriodEnd")
    @JsonDeserialize(builder = NotPeriodEndBuilder.class)
    record NotPeriodEnd(
            String id, Severity severity, String field, Period period, OptionalInt firstMonth, Optional<Rate> tolerated)
            implements QualityRule {

        /** Checks the month. */
        public NotPeriodEnd {
            checkArgument(
                    firstMonth.orElse(1) >= 1 && firstMonth.orElse(1) <= 12,
                    "firstMonth of rule %s must be 1 to 12: %s",
                    id,
                    firstMonth);
        }

        /** Periods whose last day is a usual default. */
        @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
        public enum Period {
            /** Calendar months. */
            MONTH,
            /** Three months, the first beginning with the year. */
            QUARTER,
            /** Twelve months. */
            YEAR
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notPeriodEnd(this);
        }
    }

    /**
     * No single value stands in more than a share of the records that have one; if one does, all records with it break the
     * rule. Judges data sets only.
     *
     * @param id what the user calls the rule
     * @param severity how much a violation matters
     * @param field the field
     * @param most the largest share that one value may have
     * @param tolerated the share of records that may break it; within it violations count, but are information
     */
    @Value.Builder
    @JsonTypeName("varied")
    @JsonDeserialize(builder = VariedBuilder.class)
    record Varied(String id, Severity severity, String field, Rate most, Optional<Rate> tolerated)
            implements QualityRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.varied(this);
        }
    }
}
