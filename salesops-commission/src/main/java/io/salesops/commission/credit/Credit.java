package io.salesops.commission.credit;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.commission.plan.Countable;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A payee's share of an event: of a booking, an invoice or a payment. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Credit.Builder.class)
public interface Credit extends WithCredit, Countable {

    /** The credit's identity. */
    CreditId id();

    /** Who is credited. */
    PayeeId payee();

    /** The deal, invoice or payment that is credited, as its system calls it. */
    @Override
    String source();

    /** The day of the event. */
    @Override
    LocalDate date();

    /** How much is credited; a refund or a cancellation is negative. */
    @Override
    MonetaryAmount amount();

    /** The kind of event; a booking unless stated. */
    @Value.Default
    default Basis basis() {
        return Basis.BOOKING;
    }

    /** What it counts for in plans and quotas; the name of the basis unless stated. */
    @Override
    @Value.Default
    default String measure() {
        return basis().measure();
    }

    /** How much of the amount is margin, with the sign of the amount; in the currency of the amount. */
    @Override
    Optional<MonetaryAmount> margin();

    /** How many units are credited, with the sign of the amount; a score is a share of one: 0.81 for 81%. */
    @Override
    Optional<BigDecimal> units();

    /** The first day of the contract or the customer, from which the months of residuals count. */
    @Override
    Optional<LocalDate> started();

    /** The rate that somebody below in the hierarchy was paid on the same event, for overrides that pay the difference. */
    @Override
    Optional<Rate> paidBelow();

    /** The CRM's own fields of the deal, for conditions on eligibility. */
    @Override
    @Value.Default
    default CustomFields custom() {
        return CustomFields.none();
    }

    /** When it was recorded, for statements as they stood at an earlier instant. */
    Optional<Instant> recordedAt();

    /** The account that buys. */
    Optional<AccountId> account();

    /** What was sold. */
    Optional<ProductId> product();

    /** Why the payee is credited; a share of the sale itself unless stated. */
    @Value.Default
    default Role role() {
        return Role.DIRECT;
    }

    /** How many levels above the seller the payee stands; 0 for all but rolled-up credits. */
    @Value.Default
    default int level() {
        return 0;
    }

    /** Whose credit was rolled up; exactly where the role is {@link Role#ROLL_UP}. */
    Optional<PayeeId> rolledUpFrom();

    /** The crediting rule that acted, where rules made the credit. */
    Optional<RuleRef> rule();

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

    /** Why a payee is credited. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Role {
        /** A share of the sale; direct credits of an event sum to it. */
        DIRECT,
        /** Credit on top of the sale, for example of a specialist. */
        OVERLAY,
        /** Credit of a manager for what a report was credited. */
        ROLL_UP
    }

    /** Checks that a rolled-up credit says whose it was, and no other does; drops trailing zeros of the units. */
    @Value.Check
    default Credit check() {
        boolean rolledUp = role() == Role.ROLL_UP;
        checkArgument(
                rolledUp == rolledUpFrom().isPresent() && level() >= 0 && (rolledUp || level() == 0),
                "credit %s must have a level and rolledUpFrom exactly where its role is rollUp: role %s, level %s,"
                        + " rolledUpFrom %s",
                id(),
                role(),
                level(),
                rolledUpFrom().map(PayeeId::value).orElse("absent"));
        return units().filter(units -> units.scale() != Amounts.plain(units).scale())
                .<Credit>map(units -> withUnits(Amounts.plain(units)))
                .orElse(this);
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
