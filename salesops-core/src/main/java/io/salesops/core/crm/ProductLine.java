package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What is to be sold of one product.
 *
 * @param product the product
 * @param quantity how many units; not negative
 * @param list what the quantity costs at list price
 * @param sold what the customer is to pay for it
 */
@Value.Builder
@JsonDeserialize(builder = ProductLineBuilder.class)
public record ProductLine(
        ProductId product, BigDecimal quantity, Optional<MonetaryAmount> list, Optional<MonetaryAmount> sold) {

    /** Checks the quantity and drops its trailing zeros. */
    public ProductLine {
        checkArgument(quantity.signum() >= 0, "quantity of %s must not be negative: %s", product, quantity);
        quantity = Amounts.plain(quantity);
    }

    /** Obtains a line without prices. */
    public static ProductLine of(String product, long quantity) {
        return new ProductLine(ProductId.of(product), BigDecimal.valueOf(quantity), Optional.empty(), Optional.empty());
    }

    /** Starts a line. */
    public static ProductLineBuilder builder() {
        return new ProductLineBuilder();
    }
}
