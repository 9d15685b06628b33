package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What one price book is asked: a quote over its products.
 *
 * @param shelf the definitions
 * @param quote one that can be priced, with quantities at, below and above the bounds of tiers
 * @param more how many units more of a product a law asks for; not negative
 * @param seed for what a law chooses by chance
 */
record QuoteCase(Shelf shelf, Quote quote, BigDecimal more, long seed) {
    private static final int MOST_LINES = 5;
    private static final String[] DISCOUNTS = {"0%", "5%", "12.5%", "1/3", "1/7", "100%", "-10%"};

    AsOf asOf() {
        return AsOf.date(shelf.day());
    }

    QuoteCase with(Iterable<QuoteLine> lines) {
        return new QuoteCase(shelf, quote.withLines(lines), more, seed);
    }

    /** The case with fewer lines, where every line still has the lines that it requires. */
    ImmutableList<QuoteCase> smaller() {
        ImmutableList.Builder<QuoteCase> smaller = ImmutableList.builder();
        for (ImmutableList<QuoteLine> lines : Laws.fewer(quote.lines())) {
            if (!lines.isEmpty()
                    && shelf.complete(lines.stream().map(QuoteLine::product).toList())) {
                smaller.add(with(lines));
            }
        }
        return smaller.build();
    }

    String text() {
        return "on " + shelf.day() + ", " + more + " units more, quote " + SalesOpsJson.write(quote);
    }

    /** Draws a case. */
    static QuoteCase draw(Shelf shelf, Random random) {
        return new Draw(shelf, random).run();
    }

    /** One case being drawn. */
    private static final class Draw {
        private final Shelf shelf;
        private final Random random;

        Draw(Shelf shelf, Random random) {
            this.shelf = shelf;
            this.random = random;
        }

        QuoteCase run() {
            Quote.Builder quote = shelf.quote().headerDiscount(sometimes());
            boolean asks = false;
            List<String> codes = new ArrayList<>();
            for (WaterfallStep step : shelf.policy().steps()) {
                asks |= step instanceof WaterfallStep.CustomerDiscount;
                if (step instanceof WaterfallStep.Promotion promotion) {
                    codes.add(promotion.code());
                }
            }
            if (!codes.isEmpty() && random.nextBoolean()) {
                quote.addPromotions(pick(codes));
            }
            if (random.nextBoolean()) {
                quote.partner(AccountId.of("partner"));
            }
            List<ProductId> products = products();
            for (int i = 0; i < products.size(); i++) {
                quote.addLines(QuoteLine.builder()
                        .id(LineId.of("L" + i))
                        .product(products.get(i))
                        .quantity(quantity(products.get(i)))
                        .term(term())
                        .discount(asks ? sometimes() : Optional.empty())
                        .build());
            }
            BigDecimal more = random.nextBoolean()
                    ? BigDecimal.valueOf(random.nextInt(3))
                    : BigDecimal.valueOf(random.nextInt(100_000), 2);
            return new QuoteCase(shelf, quote.build(), more, random.nextLong());
        }

        /** Products with all that they require, none of which excludes another; a product may stand there twice. */
        private List<ProductId> products() {
            List<ProductId> products = new ArrayList<>();
            for (int lines = 1 + random.nextInt(MOST_LINES); lines > 0; lines--) {
                List<ProductId> tried = new ArrayList<>(products);
                tried.addAll(shelf.kit(pick(shelf.sellable())));
                if (shelf.complete(tried)) {
                    products = tried;
                }
            }
            return products;
        }

        private BigDecimal quantity(ProductId product) {
            List<BigDecimal> bounds = shelf.bounds(product);
            BigDecimal quantity = switch (random.nextInt(4)) {
                case 0 -> BigDecimal.valueOf(random.nextInt(300));
                case 1 -> BigDecimal.valueOf(random.nextInt(30_000), 2);
                default ->
                    bounds.isEmpty()
                            ? BigDecimal.ONE
                            : pick(bounds).add(BigDecimal.valueOf(random.nextInt(5) - 2, random.nextInt(2) * 2));
            };
            return shelf.within(product, quantity.max(BigDecimal.ZERO));
        }

        private Term term() {
            LocalDate from = shelf.day().plusDays(random.nextInt(60));
            List<Integer> months = new ArrayList<>(List.of(1, 2, 12, 36));
            for (WaterfallStep step : shelf.policy().steps()) {
                if (step instanceof WaterfallStep.TermSchedule schedule) {
                    schedule.rates().forEach(rate -> months.add(rate.atLeast()));
                }
            }
            LocalDate before = from.plusMonths(pick(months));
            return switch (random.nextInt(4)) {
                case 0 -> new Term(from, from.plusDays(1 + random.nextInt(500)), 1);
                case 1 -> new Term(from, before.minusDays(1), 1);
                default -> new Term(from, before, 1);
            };
        }

        private Optional<Rate> sometimes() {
            return random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.of(Rate.of(DISCOUNTS[random.nextInt(DISCOUNTS.length)]));
        }

        private <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
