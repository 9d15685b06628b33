package io.salesops.benchmarks.quote;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DayCount;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.pricing.QuotePricer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.Money;

/**
 * A quote as columns, as a loop would read them, and as the library's own: a monthly unit price for n of 365 days, a volume
 * discount by quantity, a customer discount of the line, a partner discount and a promotion. The exact price goes on from step
 * to step, and is rounded half up to cents after each.
 */
final class QuoteRows {
    static final AsOf DAY = AsOf.date("2026-04-01");
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final int PRODUCTS = 50;
    private static final int BASIS = 10_000;

    final long[] cents;
    final int[] quantity;
    final int[] days;
    final int[] customer;
    /** The rounded price of each line after each step: what the loop leaves to look at. */
    private final long[] after;

    QuoteRows(int lines) {
        cents = new long[lines];
        quantity = new int[lines];
        days = new int[lines];
        customer = new int[lines];
        after = new long[lines * 5];
        Random random = new Random(lines);
        for (int i = 0; i < lines; i++) {
            cents[i] = cents(i % PRODUCTS);
            quantity[i] = 1 + random.nextInt(200);
            days[i] = 30 + random.nextInt(336);
            customer[i] = random.nextInt(3_000);
        }
    }

    private static long cents(int product) {
        return 1_099 + 100L * product;
    }

    static QuotePricer pricer() {
        Catalog.Builder catalog = Catalog.builder().id("catalog").version("1");
        PriceBook.Builder book = PriceBook.builder().id("book").version("1").currency(EUR);
        for (int i = 0; i < PRODUCTS; i++) {
            catalog.addOfferings(Offering.of("P" + i, "Product " + i, Offering.Charge.RECURRING));
            book.addEntries(PriceEntry.of("P" + i, new PriceModel.PerUnit(BigDecimal.valueOf(cents(i), 2))));
        }
        PricingPolicy policy = PricingPolicy.builder()
                .id("policy")
                .version("1")
                .dayCount(DayCount.ACT_365F)
                .addSteps(
                        WaterfallStep.VolumeSchedule.of(
                                "volume",
                                WaterfallStep.VolumeSchedule.Mode.RANGE,
                                DiscountTier.to("20", Rate.ZERO),
                                DiscountTier.to("100", Rate.ofPercent(5)),
                                DiscountTier.beyond(Rate.ofPercent(10))),
                        new WaterfallStep.CustomerDiscount("customer"),
                        new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(20)),
                        new WaterfallStep.Promotion("promotion", "SPRING", Rate.ofPercent(2)))
                .build();
        return QuotePricer.of(catalog.build(), policy, book.build());
    }

    Quote quote() {
        LocalDate from = LocalDate.of(2026, 4, 1);
        Quote.Builder quote = Quote.builder()
                .id(QuoteId.of("Q"))
                .account(AccountId.of("customer"))
                .partner(AccountId.of("partner"))
                .priceBook("book")
                .addPromotions("SPRING")
                .paymentDays(30)
                .validUntil(from.plusMonths(1));
        for (int i = 0; i < cents.length; i++) {
            quote.addLines(QuoteLine.builder()
                    .id(LineId.of("L" + i))
                    .product(ProductId.of("P" + i % PRODUCTS))
                    .quantity(BigDecimal.valueOf(quantity[i]))
                    .term(new Term(from, from.plusDays(days[i]), 1))
                    .discount(Rate.ratio(customer[i], BASIS))
                    .build());
        }
        return quote.build();
    }

    /** The loop that somebody writes by hand: no look-ups, no checks, no names; cents after each step, and their sum. */
    long loop() {
        long sum = 0;
        for (int i = 0; i < cents.length; i++) {
            long over = cents[i] * quantity[i] * 12 * days[i];
            long under = 365;
            after[i * 5] = halfUp(over, under);
            over *= volume(quantity[i]);
            under *= 100;
            after[i * 5 + 1] = halfUp(over, under);
            over *= BASIS - customer[i];
            under *= BASIS;
            after[i * 5 + 2] = halfUp(over, under);
            over *= 4;
            under *= 5;
            after[i * 5 + 3] = halfUp(over, under);
            over *= 49;
            under *= 50;
            after[i * 5 + 4] = halfUp(over, under);
            sum += after[i * 5 + 4];
        }
        return sum;
    }

    /**
     * The same loop with rates that are data, as those of a policy are: no compiler turns its divisions into multiplications.
     *
     * @param rates what is left and of how much, in turn: of days, of the volume discount, of the others
     */
    long loop(long[] rates) {
        long sum = 0;
        for (int i = 0; i < cents.length; i++) {
            long over = cents[i] * quantity[i] * rates[0] * days[i];
            long under = rates[1];
            after[i * 5] = halfUp(over, under);
            over *= volume(quantity[i]);
            under *= rates[2];
            after[i * 5 + 1] = halfUp(over, under);
            over *= rates[3] - customer[i];
            under *= rates[3];
            after[i * 5 + 2] = halfUp(over, under);
            over *= rates[4];
            under *= rates[5];
            after[i * 5 + 3] = halfUp(over, under);
            over *= rates[6];
            under *= rates[7];
            after[i * 5 + 4] = halfUp(over, under);
            sum += after[i * 5 + 4];
        }
        return sum;
    }

    /** The rates of the policy, for the loop that takes them as data. */
    static long[] rates() {
        return new long[] {12, 365, 100, BASIS, 4, 5, 49, 50};
    }

    /** The same loop where somebody must read the lines of the quote, and find their prices. */
    static long loop(Quote quote, Map<ProductId, Long> cents, long[] after) {
        long sum = 0;
        ImmutableList<QuoteLine> lines = quote.lines();
        for (int i = 0; i < lines.size(); i++) {
            QuoteLine line = lines.get(i);
            int units = line.quantity().intValueExact();
            long days = line.term().before().toEpochDay() - line.term().from().toEpochDay();
            Rational discount = line.discount().orElse(Rate.ZERO).value();
            long whole = discount.denominator().longValueExact();
            long over = cents.getOrDefault(line.product(), 0L) * units * 12 * days;
            long under = 365;
            after[i * 5] = halfUp(over, under);
            over *= volume(units);
            under *= 100;
            after[i * 5 + 1] = halfUp(over, under);
            over *= whole - discount.numerator().longValueExact();
            under *= whole;
            after[i * 5 + 2] = halfUp(over, under);
            over *= 4;
            under *= 5;
            after[i * 5 + 3] = halfUp(over, under);
            over *= 49;
            under *= 50;
            after[i * 5 + 4] = halfUp(over, under);
            sum += after[i * 5 + 4];
        }
        return sum;
    }

    static Map<ProductId, Long> prices() {
        Map<ProductId, Long> prices = new HashMap<>();
        for (int i = 0; i < PRODUCTS; i++) {
            prices.put(ProductId.of("P" + i), cents(i));
        }
        return prices;
    }

    private static int volume(int units) {
        return units > 100 ? 90 : units > 20 ? 95 : 100;
    }

    private static long halfUp(long over, long under) {
        long whole = over / under;
        long rest = over - whole * under;
        return rest >= under - rest ? whole + 1 : whole;
    }

    /** The same steps in Moneta. */
    long moneta() {
        Money sum = Money.zero(EUR);
        for (int i = 0; i < cents.length; i++) {
            Money exact = Money.of(BigDecimal.valueOf(cents[i], 2), EUR)
                    .multiply(quantity[i])
                    .multiply(12L * days[i])
                    .divide(365);
            Money rounded = rounded(exact);
            BigDecimal[] left = {
                BigDecimal.valueOf(volume(quantity[i]), 2),
                BigDecimal.valueOf(BASIS - customer[i], 4),
                BigDecimal.valueOf(80, 2),
                BigDecimal.valueOf(98, 2)
            };
            for (BigDecimal share : left) {
                exact = exact.multiply(share);
                rounded = rounded(exact);
            }
            sum = sum.add(rounded);
        }
        return sum.getNumber()
                .numberValueExact(BigDecimal.class)
                .movePointRight(2)
                .longValueExact();
    }

    private static Money rounded(Money exact) {
        return exact.with(amount ->
                Money.of(amount.getNumber().numberValueExact(BigDecimal.class).setScale(2, RoundingMode.HALF_UP), EUR));
    }
}
