package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesops.core.crm.AccountId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
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
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.RateTier;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** Price books, policies and quotes as rows of published examples describe them. */
final class WorkedPrices {
    static final Term ONCE = Term.months("2026-01-01", 1);
    static final int EXACT = 9;
    static final int CENTS = 2;

    private WorkedPrices() {}

    static PricedLine discounted(int scale, String list, Rate discount) {
        Quote quote = quote(List.of("1"));
        return price(
                        scale,
                        List.of(new WaterfallStep.CustomerDiscount("customer")),
                        quote.withLines(quote.lines().get(0).withDiscount(discount)),
                        List.of(PriceModel.perUnit(list)))
                .lines()
                .get(0);
    }

    static BigDecimal list(PriceModel model, String quantity) {
        return Amounts.number(price(EXACT, List.of(), quote(List.of(quantity)), List.of(model))
                .net());
    }

    static BigDecimal priced(PriceModel model, int scale, List<String> amounts) {
        Quote quote = quote(List.of("1"));
        List<MonetaryAmount> stated =
                amounts.stream().map(amount -> Amounts.of(amount, "USD")).toList();
        return Amounts.number(
                price(scale, List.of(), quote.withLines(quote.lines().get(0).withAmounts(stated)), List.of(model))
                        .net());
    }

    static PricedQuote price(int scale, List<WaterfallStep> steps, Quote quote, List<PriceModel> prices) {
        return QuotePricer.of(catalog(prices.size()), policy(scale, steps), book(prices))
                .price(quote, AsOf.date("2026-01-01"))
                .orThrow();
    }

    static PricingPolicy policy(int scale, List<WaterfallStep> steps) {
        return PricingPolicy.builder()
                .id("policy")
                .version("1")
                .steps(steps)
                .rounding(RoundingPolicy.builder().scale(scale).build())
                .build();
    }

    static Catalog catalog(int products) {
        Catalog.Builder catalog = Catalog.builder().id("catalog").version("1");
        for (int i = 0; i < products; i++) {
            catalog.addOfferings(Offering.of("P" + i, "P" + i, Offering.Charge.ONE_TIME));
        }
        return catalog.build();
    }

    static PriceBook book(List<PriceModel> prices) {
        PriceBook.Builder book = PriceBook.builder().id("book").version("1").currency(Monetary.getCurrency("USD"));
        for (int i = 0; i < prices.size(); i++) {
            book.addEntries(PriceEntry.of("P" + i, prices.get(i)));
        }
        return book.build();
    }

    static Quote quote(List<String> quantities) {
        Quote.Builder quote = Quote.builder()
                .id(QuoteId.of("Q"))
                .account(AccountId.of("A"))
                .priceBook("book")
                .paymentDays(30)
                .validUntil(LocalDate.parse("2026-12-31"));
        for (int i = 0; i < quantities.size(); i++) {
            quote.addLines(QuoteLine.of(Integer.toString(i), "P" + i, 1, ONCE)
                    .withQuantity(new BigDecimal(quantities.get(i))));
        }
        return quote.build();
    }

    static PriceTier[] tiers(JsonNode row) {
        List<PriceTier> tiers = new ArrayList<>();
        for (JsonNode tier : row.path("inputs").path("tiers")) {
            tiers.add(new PriceTier(
                    bound(tier),
                    new BigDecimal(tier.path("unit").asText()),
                    Optional.of(new BigDecimal(tier.path("flat").asText()))));
        }
        assertThat(tiers).as("tiers of %s", row.path("id")).isNotEmpty();
        return tiers.toArray(PriceTier[]::new);
    }

    static RateTier[] rateTiers(JsonNode row) {
        List<RateTier> tiers = new ArrayList<>();
        for (JsonNode tier : row.path("inputs").path("tiers")) {
            tiers.add(new RateTier(
                    bound(tier),
                    Optional.empty(),
                    Rate.ofPercent(tier.path("ratePercent").asText()),
                    Optional.of(new BigDecimal(tier.path("flat").asText()))));
        }
        assertThat(tiers).as("tiers of %s", row.path("id")).isNotEmpty();
        return tiers.toArray(RateTier[]::new);
    }

    static Optional<BigDecimal> bound(JsonNode tier) {
        return tier.path("upTo").isNull()
                ? Optional.empty()
                : Optional.of(new BigDecimal(tier.path("upTo").asText()));
    }

    static List<BigDecimal> decimals(String... numbers) {
        return Arrays.stream(numbers).map(BigDecimal::new).toList();
    }

    static String quantity(JsonNode row) {
        return row.path("inputs").has("units") ? input(row, "units") : input(row, "quantity");
    }

    static String input(JsonNode row, String name) {
        JsonNode value = row.path("inputs").path(name);
        assertThat(value.isMissingNode())
                .as("input %s of %s", name, row.path("id"))
                .isFalse();
        return value.asText();
    }

    static void expect(JsonNode row, BigDecimal answer) {
        assertThat(answer).isEqualByComparingTo(row.path("expected").asText());
    }

    static void expectAll(JsonNode expected, List<BigDecimal> answers) {
        List<BigDecimal> wanted = new ArrayList<>();
        expected.forEach(one -> wanted.add(new BigDecimal(one.asText())));
        assertThat(answers).usingElementComparator(BigDecimal::compareTo).isEqualTo(wanted);
    }
}
