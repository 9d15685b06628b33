package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.credit.Credit.Basis;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A booking, an invoice or a payment that may be credited. A refund, a credit note or a cancellation is an event of its
 * own, of the opposite sign, that names what it {@link #reverses()}. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CreditEvent.Builder.class)
public interface CreditEvent extends WithCreditEvent {

    /** The event's identity. */
    CreditEventId id();

    /** The day of the event: of its rules, teams and managers. */
    LocalDate date();

    /** How much; the sum of the lines where there are any. */
    MonetaryAmount amount();

    /** The kind of event; a booking unless stated. */
    @Value.Default
    default Basis basis() {
        return Basis.BOOKING;
    }

    /** The deal, invoice or payment as its system calls it; the event's id unless stated. */
    @Value.Default
    default String source() {
        return id().value();
    }

    /** The event that this one takes back, wholly or in part; credits are taken back from those who have them. */
    Optional<CreditEventId> reverses();

    /** Who owns the deal. */
    Optional<RepId> owner();

    /** The account that buys. */
    Optional<AccountId> account();

    /** The shares that were agreed for this deal; empty where none were, else they must sum to 100%. */
    ImmutableMap<PayeeId, Rate> split();

    /** How many units were sold, where lines do not say so. */
    Optional<BigDecimal> units();

    /** What is left of the amount after cost, where lines do not say so. */
    Optional<MonetaryAmount> margin();

    /** What was sold; where there are lines, each is credited by itself. */
    ImmutableList<EventLine> lines();

    /** When it was recorded, for credits as they stood at an earlier instant. */
    Optional<Instant> recordedAt();

    /** The CRM's own fields. */
    @Value.Default
    default CustomFields custom() {
        return CustomFields.none();
    }

    /**
     * Obtains a booking of one owner.
     *
     * @throws java.time.format.DateTimeParseException if {@code isoDate} is no ISO date
     */
    static CreditEvent of(String id, String owner, String isoDate, MonetaryAmount amount) {
        return builder()
                .id(CreditEventId.of(id))
                .owner(RepId.of(owner))
                .date(LocalDate.parse(isoDate))
                .amount(amount)
                .build();
    }

    /** Starts an event. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds events. */
    final class Builder extends ImmutableCreditEvent.Builder {
        Builder() {}
    }
}
