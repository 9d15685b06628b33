package io.salesops.commission.credit;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What was sold of one product in an event. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = EventLine.Builder.class)
public interface EventLine extends WithEventLine {

    /** What the event calls the line; unique in it, and the same in the events that reverse it. */
    String id();

    /** What was sold. */
    Optional<ProductId> product();

    /** How much; of the sign of the event. */
    MonetaryAmount amount();

    /** How many units were sold. */
    Optional<BigDecimal> units();

    /** What is left of the amount after cost. */
    Optional<MonetaryAmount> margin();

    /** The CRM's own fields of the line; they come before those of the event. */
    @Value.Default
    default CustomFields custom() {
        return CustomFields.none();
    }

    /** Obtains a line of a product. */
    static EventLine of(String id, String product, MonetaryAmount amount) {
        return builder().id(id).product(ProductId.of(product)).amount(amount).build();
    }

    /** Checks that there is an id, and drops trailing zeros of the units. */
    @Value.Check
    default EventLine check() {
        checkArgument(!id().isBlank(), "line id must not be blank: '%s'", id());
        return units().filter(units -> units.scale() != Amounts.plain(units).scale())
                .<EventLine>map(units -> withUnits(Amounts.plain(units)))
                .orElse(this);
    }

    /** Starts a line. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds lines. */
    final class Builder extends ImmutableEventLine.Builder {
        Builder() {}
    }
}
