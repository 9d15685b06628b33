package io.salesops.quote.price;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/**
 * Prices in one currency for one segment and time, the document {@code salesops/price-book/1}. Immutable and thread-safe.
 *
 * <p>Versions of a book share its id and its currency, and are in force on different days.
 */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "price-book", version = 1)
@JsonDeserialize(builder = PriceBook.Builder.class)
public interface PriceBook extends WithPriceBook {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(PriceBook.class);
    }

    /** What quotes call it. */
    String id();

    /** Its version. */
    String version();

    /** A remark for people. */
    Optional<String> note();

    /** The currency of every price in it. */
    CurrencyUnit currency();

    /** The customers it is for, in the user's words. */
    Optional<String> segment();

    /** The days on which quotes may be priced from it; always unless stated. */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** The prices; each product once. */
    ImmutableList<PriceEntry> entries();

    /** Starts a price book. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds price books. */
    final class Builder extends ImmutablePriceBook.Builder {
        Builder() {}
    }
}
