package io.salesops.quote.price;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.List;
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

    /** What quotes call it. */
    Field<PriceBook, String> ID = Field.of(PriceBook.class, "id", String.class, book -> Optional.of(book.id()));

    /** The version. */
    Field<PriceBook, String> VERSION =
            Field.of(PriceBook.class, "version", String.class, book -> Optional.of(book.version()));

    /** The currency. */
    Field<PriceBook, CurrencyUnit> CURRENCY =
            Field.of(PriceBook.class, "currency", CurrencyUnit.class, book -> Optional.of(book.currency()));

    /** The customers it is for. */
    Field<PriceBook, String> SEGMENT = Field.of(PriceBook.class, "segment", String.class, PriceBook::segment);

    /** The way on which it is sold. */
    Field<PriceBook, String> CHANNEL = Field.of(PriceBook.class, "channel", String.class, PriceBook::channel);

    /** The first day on which it holds. */
    Field<PriceBook, LocalDate> FROM = Field.of(
            PriceBook.class, "from", LocalDate.class, book -> book.effective().from());

    /** The first day on which it no longer holds. */
    Field<PriceBook, LocalDate> BEFORE = Field.of(
            PriceBook.class, "before", LocalDate.class, book -> book.effective().before());

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

    /** The way on which it is sold, in the user's words: direct, partner, marketplace. */
    Optional<String> channel();

    /** The days on which quotes may be priced from it; always unless stated. */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** The book from which it takes the prices that it does not state. */
    Optional<BookDerivation> derivedFrom();

    /** The prices; of each product one list price a day, unless priorities differ. */
    ImmutableList<PriceEntry> entries();

    /** The fields that conditions on price books may name. */
    static Fields<PriceBook> fields() {
        return Fields.of(PriceBook.class, List.of(ID, VERSION, CURRENCY, SEGMENT, CHANNEL, FROM, BEFORE));
    }

    /** Starts a price book. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds price books. */
    final class Builder extends ImmutablePriceBook.Builder {
        Builder() {}
    }
}
