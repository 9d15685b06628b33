package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.AccountId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/** A small software company: one price book, one policy, one quote. */
public final class Samples {
    public static final Catalog CATALOG = Catalog.builder()
            .id("cloud")
            .version("2026-01")
            .addOfferings(
                    Offering.of("PLATFORM", "Platform", Charge.RECURRING),
                    Offering.of("SEAT", "Seat", Charge.RECURRING),
                    Offering.of("API_CALL", "API call", Charge.USAGE),
                    Offering.of("SETUP", "Setup", Charge.ONE_TIME))
            .build();

    public static final String PRICE_BOOK_JSON = """
            { "schema": "salesops/price-book/1", "id": "eu-list", "version": "2026-04", "currency": "EUR", "segment": "mid-market",
              "effective": {"from": "2026-01-01", "before": "2027-04-01"},
              "entries": [
                {"product": "PLATFORM", "price": {"kind": "perUnit", "unit": "1500.00"}},
                {"product": "SEAT", "floor": "24.00", "price": {"kind": "graduated",
                  "tiers": [{"upTo": "50", "unit": "40.00"}, {"upTo": "200", "unit": "35.00"}, {"unit": "30.00"}]}},
                {"product": "API_CALL", "price": {"kind": "package", "size": "1000", "price": "0.85", "free": "10000"}},
                {"product": "SETUP", "price": {"kind": "perUnit", "unit": "2500.00"}}] }
            """;

    public static final PriceBook BOOK =
            SalesOpsJson.read(PRICE_BOOK_JSON, PriceBook.class).orThrow();

    public static final PricingPolicy POLICY = PricingPolicy.builder()
            .id("standard")
            .version("1")
            .addSteps(new WaterfallStep.CustomerDiscount("customer"))
            .build();

    private static final Term ONE_YEAR = Term.months("2026-04-01", 12);

    public static final Quote QUOTE = Quote.builder()
            .id(QuoteId.of("Q-1042"))
            .account(AccountId.of("A-17"))
            .priceBook("eu-list")
            .paymentDays(30)
            .validUntil(LocalDate.parse("2026-04-30"))
            .addLines(
                    QuoteLine.of("1", "PLATFORM", 1, ONE_YEAR),
                    QuoteLine.of("2", "SEAT", 120, ONE_YEAR).discounted(Rate.ofPercent(10), "competitor offer"))
            .headerDiscount(Rate.ofPercent(3))
            .build();

    private Samples() {}

    /** A catalogue of products that are charged once. */
    static Catalog once(String... products) {
        Catalog.Builder catalog = Catalog.builder().id("catalog").version("1");
        for (String product : products) {
            catalog.addOfferings(Offering.of(product, product, Charge.ONE_TIME));
        }
        return catalog.build();
    }

    /** A line of any quantity, from a decimal as text. */
    static QuoteLine line(String id, String product, String quantity) {
        return QuoteLine.of(id, product, 1, ONE_YEAR).withQuantity(new BigDecimal(quantity));
    }

    /** A quote of the customer A-1 with the line "1", from the price book "book". */
    static Quote quote(String product, String quantity) {
        return Quote.builder()
                .id(QuoteId.of("Q-1"))
                .account(AccountId.of("A-1"))
                .priceBook("book")
                .paymentDays(30)
                .validUntil(LocalDate.parse("2026-12-31"))
                .addLines(line("1", product, quantity))
                .build();
    }

    /** One tax on every line and on freight. */
    static TaxCalculator oneTax(Rate rate) {
        return new TaxCalculator() {
            @Override
            public String id() {
                return "one tax";
            }

            @Override
            public ImmutableList<TaxGroup> taxes(PricedQuote priced, AsOf asOf) {
                return ImmutableList.of(new TaxGroup(
                        "VAT",
                        rate,
                        priced.lines().stream().map(PricedLine::id).collect(ImmutableSet.toImmutableSet()),
                        true));
            }
        };
    }

    /** No freight. */
    static FreightCalculator noFreight() {
        return freight("0");
    }

    /** The same freight for every quote. */
    static FreightCalculator freight(String amount) {
        return new FreightCalculator() {
            @Override
            public String id() {
                return "flat freight";
            }

            @Override
            public MonetaryAmount freight(PricedQuote priced, AsOf asOf) {
                return Amounts.of(amount, priced.currency().getCurrencyCode());
            }
        };
    }
}
