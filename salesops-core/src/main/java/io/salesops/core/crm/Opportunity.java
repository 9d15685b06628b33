package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A possible sale, with the history of its fields. Immutable and thread-safe.
 *
 * <p>The history holds the text form of values ({@link FieldText}) in any order. {@link #change} makes a change and
 * records it; {@link #asOf} undoes what was recorded later.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Opportunity.Builder.class)
public interface Opportunity extends WithOpportunity {

    /** The identity. */
    Field<Opportunity, OpportunityId> ID =
            Field.of(Opportunity.class, "id", OpportunityId.class, o -> Optional.of(o.id()));

    /** The name. */
    Field<Opportunity, String> NAME = Field.of(Opportunity.class, "name", String.class, Opportunity::name);

    /** The stage. */
    Field<Opportunity, String> STAGE = Field.of(Opportunity.class, "stage", String.class, o -> Optional.of(o.stage()));

    /** The rep who owns it. */
    Field<Opportunity, RepId> OWNER = Field.of(Opportunity.class, "owner", RepId.class, Opportunity::owner);

    /** The account. */
    Field<Opportunity, AccountId> ACCOUNT =
            Field.of(Opportunity.class, "account", AccountId.class, Opportunity::account);

    /** The amount. */
    Field<Opportunity, MonetaryAmount> AMOUNT =
            Field.of(Opportunity.class, "amount", MonetaryAmount.class, Opportunity::amount);

    /** The close date. */
    Field<Opportunity, LocalDate> CLOSE_DATE =
            Field.of(Opportunity.class, "closeDate", LocalDate.class, Opportunity::closeDate);

    /** The day on which selling began. */
    Field<Opportunity, LocalDate> ENGAGED_ON =
            Field.of(Opportunity.class, "engagedOn", LocalDate.class, Opportunity::engagedOn);

    /** When it was recorded. */
    Field<Opportunity, Instant> CREATED_AT =
            Field.of(Opportunity.class, "createdAt", Instant.class, Opportunity::createdAt);

    /** The opportunity's identity. */
    OpportunityId id();

    /** What it is called. */
    Optional<String> name();

    /** The account that may buy. */
    Optional<AccountId> account();

    /** The rep who owns it. */
    Optional<RepId> owner();

    /** The stage, one of the user's sales process; not blank. */
    String stage();

    /** What the customer is to pay. */
    Optional<MonetaryAmount> amount();

    /** The day on which it was or is expected to be closed. */
    Optional<LocalDate> closeDate();

    /** When it was recorded, where the source says so. */
    Optional<Instant> createdAt();

    /** The day on which selling began, where the source says so; cycles are counted from it. */
    Optional<LocalDate> engagedOn();

    /** What is to be sold. */
    ImmutableList<ProductLine> lines();

    /** Every recorded change of stage, amount, close date and other fields, in any order. */
    ImmutableList<FieldChange> history();

    /** The CRM's own fields. */
    @Value.Default
    default CustomFields custom() {
        return CustomFields.none();
    }

    /**
     * Returns the opportunity as it was known at an instant, by undoing the changes recorded after it; empty before it was
     * created. A change counts from its own instant on. Product lines have no history and stay as they are.
     *
     * <p>History that contradicts itself, or names a field that an opportunity does not have, is a warning; the later of
     * two records that contradict each other is believed. An earlier value that cannot be read is an error, and then there
     * is no earlier state: a guess would look like knowledge. Cost: n log n in the changes.
     */
    default Checked<Optional<Opportunity>> asOf(Instant at) {
        return OpportunityHistory.asOf(this, at);
    }

    /**
     * Returns the stays in stages from the first to the present one, whatever the order of the history; contradictions are
     * warnings. At each instant, the stay that contains it names the stage of {@link #asOf}.
     */
    default Checked<ImmutableList<StageInterval>> stageIntervals() {
        return OpportunityHistory.stageIntervals(this);
    }

    /**
     * Returns the opportunity with a field changed and the change recorded.
     *
     * @param field name, stage, owner, account, amount, close date, day of engagement, or a custom field
     * @param value the new value; empty clears the field, which a stage does not allow
     * @return this opportunity, without a record, where the field has the value already
     * @throws IllegalArgumentException if history does not track the field, or has a later change of it; if the stage is
     *     blank
     */
    default <V> Opportunity change(Field<Opportunity, V> field, Optional<V> value, By by) {
        return OpportunityHistory.change(this, field, value, by);
    }

    /** Returns what the lines add up to, each currency on its own. */
    default LineTotals lineTotals() {
        return LineTotals.of(lines());
    }

    /** Returns a warning if every line has a sold amount and they do not add up to the opportunity's amount. */
    default ImmutableList<Finding> checkLines() {
        return LineTotals.check(this);
    }

    /** A custom field, for conditions; {@code type} is String, BigDecimal, Boolean, LocalDate or MonetaryAmount. */
    static <V> Field<Opportunity, V> custom(String name, Class<V> type) {
        return CustomFields.field(Opportunity.class, name, type, Opportunity::custom);
    }

    /** The fields that conditions on opportunities may name. */
    static Fields<Opportunity> fields() {
        return Fields.of(
                Opportunity.class,
                List.of(ID, NAME, STAGE, OWNER, ACCOUNT, AMOUNT, CLOSE_DATE, CREATED_AT, ENGAGED_ON),
                Opportunity::custom);
    }

    /** Starts an opportunity. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that there is a stage. */
    @Value.Check
    default void check() {
        checkArgument(!Blanks.isBlank(stage()), "stage of %s must not be blank: '%s'", id(), stage());
    }

    /** Builds opportunities. */
    final class Builder extends ImmutableOpportunity.Builder {
        Builder() {}
    }
}
