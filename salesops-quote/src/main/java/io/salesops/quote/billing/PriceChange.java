package io.salesops.quote.billing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A price that changes within a period that was billed in advance: an upgrade, a downgrade, an addition, an end. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PriceChange.Builder.class)
public interface PriceChange extends WithPriceChange {

    /** The period that was billed. */
    DateRange period();

    /** The first day of the new price. */
    LocalDate on();

    /** What the whole period cost; zero for an addition. */
    MonetaryAmount before();

    /** What a whole period costs now; zero where it ends. */
    MonetaryAmount after();

    /** What may be credited; all of the unused share unless stated. */
    Optional<CreditCap> cap();

    /** Obtains a change without a cap. */
    static PriceChange of(DateRange period, LocalDate on, MonetaryAmount before, MonetaryAmount after) {
        return builder().period(period).on(on).before(before).after(after).build();
    }

    /** Starts a change. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that there is one currency. */
    @Value.Check
    default void check() {
        Amounts.sameCurrency(before(), after());
        cap().ifPresent(cap -> Amounts.sameCurrency(before(), cap.paid()));
    }

    /** Builds changes. */
    final class Builder extends ImmutablePriceChange.Builder {
        Builder() {}
    }
}
