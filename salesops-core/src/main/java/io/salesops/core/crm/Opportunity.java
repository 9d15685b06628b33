package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A possible sale, with the history of its fields. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Opportunity.Builder.class)
public interface Opportunity extends WithOpportunity {

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

    /** The opportunity's identity. */
    OpportunityId id();

    /** What it is called. */
    Optional<String> name();

    /** The account that may buy. */
    Optional<AccountId> account();

    /** The rep who owns it. */
    Optional<RepId> owner();

    /** The stage, one of the user's sales process. */
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

    /** Every recorded change of stage, amount, close date and other fields. */
    ImmutableList<FieldChange> history();

    /** The CRM's own fields. */
    @Value.Default
    default CustomFields custom() {
        return CustomFields.none();
    }

    /** A custom field, for conditions; {@code type} is String, BigDecimal, Boolean, LocalDate or MonetaryAmount. */
    static <V> Field<Opportunity, V> custom(String name, Class<V> type) {
        return CustomFields.field(Opportunity.class, name, type, Opportunity::custom);
    }

    /** The fields that conditions on opportunities may name. */
    static Fields<Opportunity> fields() {
        return Fields.of(Opportunity.class, List.of(STAGE, OWNER, ACCOUNT, AMOUNT, CLOSE_DATE), Opportunity::custom);
    }

    /** Starts an opportunity. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds opportunities. */
    final class Builder extends ImmutableOpportunity.Builder {
        Builder() {}
    }
}
