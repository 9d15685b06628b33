package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.Optional;
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
    @JsonSubTypes.Type(QualityRule.Refers.class)
})
public sealed interface QualityRule {

    /** What the user calls the rule. */
    String id();

    /** How much a violation matters. */
    Severity severity();

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
     */
    @Value.Builder
    @JsonTypeName("unique")
    @JsonDeserialize(builder = UniqueBuilder.class)
    record Unique(String id, Severity severity, ImmutableList<String> fields) implements QualityRule {
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
     */
    @Value.Builder
    @JsonTypeName("oneOf")
    @JsonDeserialize(builder = OneOfBuilder.class)
    record OneOf(String id, Severity severity, String field, ImmutableList<String> values) implements QualityRule {
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
     */
    @Value.Builder
    @JsonTypeName("pattern")
    @JsonDeserialize(builder = PatternBuilder.class)
    record Pattern(String id, Severity severity, String field, String matches) implements QualityRule {
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
     */
    @Value.Builder
    @JsonTypeName("range")
    @JsonDeserialize(builder = RangeBuilder.class)
    record Range(String id, Severity severity, String field, Optional<BigDecimal> atLeast, Optional<BigDecimal> below)
            implements QualityRule {

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
     */
    @Value.Builder
    @JsonTypeName("fresh")
    @JsonDeserialize(builder = FreshBuilder.class)
    record Fresh(String id, Severity severity, String field, int maxDays) implements QualityRule {

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
     */
    @Value.Builder
    @JsonTypeName("refers")
    @JsonDeserialize(builder = RefersBuilder.class)
    record Refers(String id, Severity severity, String field, String to) implements QualityRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refers(this);
        }
    }
}
