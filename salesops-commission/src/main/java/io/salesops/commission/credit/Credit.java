package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A payee's share of an event: of a booking, an invoice or a payment. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Credit.Builder.class)
public interface Credit extends WithCredit {

    /** The credit's identity. */
    CreditId id();

    /** Who is credited. */
    PayeeId payee();

    /** The deal, invoice or payment that is credited, as its system calls it. */
    String source();

    /** The day of the event. */
    LocalDate date();

    /** How much is credited; a refund or a cancellation is negative. */
    MonetaryAmount amount();

    /** The kind of event; a booking unless stated. */
    @Value.Default
    default Basis basis() {
        return Basis.BOOKING;
    }

    /** What it counts for in plans and quotas; the name of the basis unless stated. */
    @Value.Default
    default String measure() {
        return basis().measure();
    }

    /** When it was recorded, for statements as they stood at an earlier instant. */
    Optional<Instant> recordedAt();

    /** The kind of event that is credited. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Basis {
        /** A deal was signed. */
        BOOKING("bookings"),
        /** An invoice was written. */
        INVOICE("invoices"),
        /** A payment came in. */
        CASH("cash");

        private final String measure;

        Basis(String measure) {
            this.measure = measure;
        }

        /** The measure for which events of this kind count unless stated. */
        public String measure() {
            return measure;
        }
    }

    /**
     * Obtains a booking whose source bears the credit's id.
     *
     * @throws java.time.format.DateTimeParseException if {@code isoDate} is no ISO date
     */
    static Credit of(String id, String payee, String isoDate, MonetaryAmount amount) {
        return builder()
                .id(CreditId.of(id))
                .payee(PayeeId.of(payee))
                .source(id)
                .date(LocalDate.parse(isoDate))
                .amount(amount)
                .build();
    }

    /** Starts a credit. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds credits. */
    final class Builder extends ImmutableCredit.Builder {
        Builder() {}
    }
}
