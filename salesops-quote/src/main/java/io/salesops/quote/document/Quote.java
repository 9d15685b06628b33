package io.salesops.quote.document;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.AccountId;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a seller offers a customer, the document {@code salesops/quote/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "quote", version = 1)
@JsonDeserialize(builder = Quote.Builder.class)
public interface Quote extends WithQuote {

    /** The identity. */
    Field<Quote, QuoteId> ID = Field.of(Quote.class, "id", QuoteId.class, quote -> Optional.of(quote.id()));

    /** The version, from 1. */
    Field<Quote, Long> VERSION =
            Field.of(Quote.class, "version", Long.class, quote -> Optional.of((long) quote.version()));

    /** The customer. */
    Field<Quote, AccountId> ACCOUNT =
            Field.of(Quote.class, "account", AccountId.class, quote -> Optional.of(quote.account()));

    /** The id of the price book. */
    Field<Quote, String> PRICE_BOOK = Field.of(Quote.class, "priceBook", String.class, Quote::priceBook);

    /** The customers that the account belongs to. */
    Field<Quote, String> SEGMENT = Field.of(Quote.class, "segment", String.class, Quote::segment);

    /** The way on which it is sold. */
    Field<Quote, String> CHANNEL = Field.of(Quote.class, "channel", String.class, Quote::channel);

    /** The currency that the customer asked for. */
    Field<Quote, CurrencyUnit> CURRENCY = Field.of(Quote.class, "currency", CurrencyUnit.class, Quote::currency);

    /** The partner through whom it is sold. */
    Field<Quote, AccountId> PARTNER = Field.of(Quote.class, "partner", AccountId.class, Quote::partner);

    /** The last day on which the customer may accept. */
    Field<Quote, LocalDate> VALID_UNTIL =
            Field.of(Quote.class, "validUntil", LocalDate.class, quote -> Optional.of(quote.validUntil()));

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(Quote.class);
    }

    /** The quote's identity. */
    QuoteId id();

    /** Its version, from 1. */
    @Value.Default
    default int version() {
        return 1;
    }

    /** The customer. */
    AccountId account();

    /**
     * The id of the price book; unless stated, the one that fits currency, segment, channel and day best. A book that states
     * a segment or a channel fits quotes with the same only.
     */
    Optional<String> priceBook();

    /** The customers that the account belongs to, in the words of the price books. */
    Optional<String> segment();

    /** The way on which it is sold, in the words of the price books. */
    Optional<String> channel();

    /** The currency that the customer asked for; that of the price book unless stated. Prices are converted where they differ. */
    Optional<CurrencyUnit> currency();

    /** The day whose exchange rates hold for this quote; the day of pricing unless stated. */
    Optional<LocalDate> ratesOn();

    /** The partner through whom it is sold. */
    Optional<AccountId> partner();

    /** The codes of promotions that the customer may use. */
    @Value.NaturalOrder
    ImmutableSortedSet<String> promotions();

    /** What is offered. */
    ImmutableList<QuoteLine> lines();

    /** A discount on the sum of the lines, after their own. */
    Optional<Rate> headerDiscount();

    /** An amount off the sum of the lines, after the header discount. */
    Optional<MonetaryAmount> headerAmount();

    /** How many days the customer has to pay. */
    int paymentDays();

    /** The last day on which the customer may accept. */
    LocalDate validUntil();

    /** The fields that conditions on quotes may name. */
    static Fields<Quote> fields() {
        return Fields.of(
                Quote.class,
                List.of(ID, VERSION, ACCOUNT, PRICE_BOOK, SEGMENT, CHANNEL, CURRENCY, PARTNER, VALID_UNTIL));
    }

    /** Starts a quote. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that version and payment days can be. */
    @Value.Check
    default void check() {
        checkArgument(version() >= 1, "version of quote %s must be at least 1: %s", id(), version());
        checkArgument(paymentDays() >= 0, "payment days of quote %s must not be negative: %s", id(), paymentDays());
    }

    /** Builds quotes. */
    final class Builder extends ImmutableQuote.Builder {
        Builder() {}
    }
}
