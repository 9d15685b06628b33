package io.salesops.quote.billing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Term;
import io.salesops.quote.pricing.PricedLine;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A price that is known, and the days over which it is billed. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = BillableLine.Builder.class)
public interface BillableLine extends WithBillableLine {

    /** Names the line. */
    LineId id();

    /** The days that are paid for, and how many months an invoice covers. */
    Term term();

    /** What the whole term costs; a negative price is a credit. */
    MonetaryAmount price();

    /** How the price lies over the term, of which only the proportions matter; even unless stated. */
    Optional<Ramp> ramp();

    /** A first day of the billing cycle; the policy's billing day, or the first day of the term, unless stated. */
    Optional<LocalDate> anchor();

    /** Whether the whole price is billed at once. */
    @Value.Default
    default boolean oneTime() {
        return false;
    }

    /** Obtains a line that is billed evenly. */
    static BillableLine of(LineId id, Term term, MonetaryAmount price) {
        return builder().id(id).term(term).price(price).build();
    }

    /** Obtains what a priced line is billed for: its net price, at once where it is charged once. */
    static BillableLine of(PricedLine line) {
        return of(line.id(), line.line().term(), line.net()).withOneTime(line.charge() == Charge.ONE_TIME);
    }

    /**
     * Obtains a line that was added to a running contract: it ends with the contract and is billed in its cycle.
     *
     * @param contract the term of the contract
     * @param from the first day of the addition, before the contract's end
     * @param price of the days that are left
     */
    static BillableLine coTerminated(LineId id, Term contract, LocalDate from, MonetaryAmount price) {
        return of(id, new Term(from, contract.before(), contract.billingMonths()), price)
                .withAnchor(contract.from());
    }

    /** Starts a line. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds lines. */
    final class Builder extends ImmutableBillableLine.Builder {
        Builder() {}
    }
}
