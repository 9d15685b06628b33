package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.AccountId;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.pricing.QuotePricer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class DealScheduleTest {

    @Test
    void billsEachMonthAndRecognisesEachYear() {
        Catalog catalog = Catalog.builder()
                .id("catalog")
                .version("1")
                .addOfferings(
                        Offering.of("SEAT", "Seat", Offering.Charge.RECURRING),
                        Offering.of("SETUP", "Setup", Offering.Charge.ONE_TIME))
                .build();
        PriceBook book = PriceBook.builder()
                .id("book")
                .version("1")
                .currency(Monetary.getCurrency("EUR"))
                .addEntries(
                        PriceEntry.of("SEAT", PriceModel.perUnit("10")), PriceEntry.of("SETUP", PriceModel.flat("73")))
                .build();
        PricingPolicy policy = PricingPolicy.builder().id("policy").version("1").build();
        Term year = Term.months("2026-07-01", 12);
        Quote quote = Quote.builder()
                .id(QuoteId.of("Q-1"))
                .account(AccountId.of("A-1"))
                .paymentDays(30)
                .validUntil(LocalDate.parse("2026-07-01"))
                .addLines(QuoteLine.of("1", "SEAT", 73, year), QuoteLine.of("2", "SETUP", 1, year))
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DealSchedule.print(
                QuotePricer.of(catalog, policy, book)
                        .price(quote, AsOf.date("2026-06-01"))
                        .orThrow(),
                new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        // 8,760.00 over 365 days: 184 of them in 2026.
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .containsExactly(
                        "billed in 12 invoices, the first on 2026-07-01 of EUR 803.00, in all EUR 8,833.00",
                        "revenue EUR 8,833.00: EUR 4,489.00 in 2026, EUR 4,344.00 in 2027");
    }
}
