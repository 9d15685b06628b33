package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * The laws of pricing, held against one price book: {@code PriceBookLaws.holdFor(catalog, policy, book)}.
 *
 * <p>For every book: the order of lines is irrelevant; repricing gives the same text; lines sum to the header in list, net
 * and every step; the steps of a line sum to its price, and none goes below nothing; percentages commute, as a price is
 * rounded after all of them; a price below its floor is found, and no other; every product of the catalogue can be sold
 * with what it requires, or a finding says why not; definitions and priced quotes survive JSON.
 *
 * <p>More units never cost less, and the exact price telescopes, where a price is graduated: the price of n + m units is
 * the price of n and that of the next m in their tiers. More units never cost less either where a price is by unit or by
 * package; a volume price may fall. Rounded prices rise as well where the policy rounds at the line; an average unit price
 * that is rounded at the unit may fall.
 *
 * <p>Splitting the term of a line that is charged by the month conserves its exact list price where the months of the
 * parts, by the policy's day count, add up to those of the whole; and its exact net price before the header discount where
 * the policy has no discount for long terms.
 *
 * <p>Quotes are drawn for the book: over its own products, with quantities at, below and above the bounds of its tiers,
 * some of them fractions, and with the discounts, terms and promotions that the policy foresees.
 */
public final class PriceBookLaws {
    private final Shelf shelf;
    private final Pricing pricing;

    private PriceBookLaws(Shelf shelf, Pricing pricing) {
        this.shelf = shelf;
        this.pricing = pricing;
    }

    /** What prices by a policy: the engine, or in tests one with a fault. */
    interface Pricing {
        Checked<Bill> price(PricingPolicy policy, Quote quote, AsOf asOf);
    }

    /**
     * Holds the laws against a price book, with {@value Laws#TRIES} cases.
     *
     * @throws AssertionError naming every law that is broken with the smallest case that was found, or every error of
     *     definitions that cannot be used
     */
    public static void holdFor(Catalog catalog, PricingPolicy policy, PriceBook book) {
        holdFor(catalog, policy, book, Laws.TRIES, Laws.SEED);
    }

    /** Holds the laws against a price book, with as many cases, drawn from the seed; see the shorter form. */
    public static void holdFor(Catalog catalog, PricingPolicy policy, PriceBook book, int tries, long seed) {
        Laws.sound(subject(policy, book), QuotePricer.check(catalog, policy, book));
        QuotePricer pricer = QuotePricer.of(catalog, policy, book);
        laws(
                        Shelf.of(catalog, policy, book),
                        (asked, quote, asOf) -> (asked.equals(policy) ? pricer : QuotePricer.of(catalog, asked, book))
                                .price(quote, asOf)
                                .map(Bill::of))
                .hold(tries, seed);
    }

    static Laws<QuoteCase> laws(Shelf shelf, Pricing pricing) {
        PriceBookLaws laws = new PriceBookLaws(shelf, pricing);
        QuantityLaws quantities = new QuantityLaws(shelf, pricing);
        return Laws.about(
                        subject(shelf.policy(), shelf.book()),
                        random -> QuoteCase.draw(shelf, random),
                        QuoteCase::smaller,
                        QuoteCase::text)
                .law("the order of lines is irrelevant", laws::order)
                .law("repricing changes nothing", laws::repricing)
                .law("lines sum to the header", laws::header)
                .law("steps sum to the price of the line", laws::steps)
                .law("percentages commute", laws::commute)
                .law("a price below its floor is found", laws::floor)
                .law("more units never cost less", quantities::monotone)
                .law("a graduated price telescopes", quantities::telescopes)
                .law("splitting a term conserves the price", laws::split)
                .law("every product has a price or a finding", laws::priceable)
                .law("definitions and priced quote survive JSON", laws::json);
    }

    private static String subject(PricingPolicy policy, PriceBook book) {
        return "price book " + book.id() + " v" + book.version() + " under policy " + policy.id() + " v"
                + policy.version();
    }

    private Bill price(QuoteCase drawn) {
        return pricing.price(shelf.policy(), drawn.quote(), drawn.asOf()).orThrow();
    }

    private void order(QuoteCase drawn) {
        List<QuoteLine> shuffled = new ArrayList<>(drawn.quote().lines());
        Collections.shuffle(shuffled, new Random(drawn.seed()));
        Bill bill = price(drawn);
        Bill other = price(drawn.with(shuffled));
        Laws.equal("steps of the quote", bill.steps(), other.steps());
        Laws.equal("metrics", bill.metrics(), other.metrics());
        bill.lines().forEach(line -> Laws.equal("line", line, other.line(line.id())));
    }

    private void repricing(QuoteCase drawn) {
        Bill first = price(drawn);
        price(drawn.with(drawn.quote().lines().reverse()));
        Laws.equal("priced quote", first.json(), price(drawn).json());
    }

    private void header(QuoteCase drawn) {
        Bill bill = price(drawn);
        Laws.equal("sum of list prices", sum(bill.lines(), Bill.Item::list), bill.list());
        Laws.equal("sum of net prices", sum(bill.lines(), Bill.Item::net), bill.net());
        for (Bill.Move step : bill.steps()) {
            List<Bill.Move> ofLines = bill.lines().stream()
                    .flatMap(line -> line.steps().stream())
                    .filter(move -> under(move.rule()).equals(step.rule().path()))
                    .toList();
            Laws.equal("sum of steps " + step.rule().path(), sum(ofLines, Bill.Move::amount), step.amount());
            Laws.equal("exact sum of steps " + step.rule().path(), sum(ofLines, Bill.Move::exact), step.exact());
        }
        Laws.equal("sum of all steps", sum(bill.steps(), Bill.Move::amount), bill.net());
    }

    /** The list prices of all entries are one step of the quote. */
    private static String under(RuleRef rule) {
        return rule.path().startsWith("/entries/") ? "/entries" : rule.path();
    }

    private static <T> Rational sum(List<T> values, Function<T, Rational> field) {
        return values.stream().map(field).reduce(Rational.ZERO, Rational::plus);
    }

    private void steps(QuoteCase drawn) {
        for (Bill.Item line : price(drawn).lines()) {
            Laws.equal("sum of the steps of line " + line.id(), sum(line.steps(), Bill.Move::amount), line.net());
            Laws.equal("list price of line " + line.id(), line.steps().get(0).amount(), line.list());
            for (Bill.Move step : line.steps()) {
                Laws.require(
                        step.after().signum() >= 0,
                        "line " + line.id() + " costs " + step.after() + " after " + step.rule());
            }
        }
    }

    private void commute(QuoteCase drawn) {
        List<WaterfallStep> shuffled = new ArrayList<>(shelf.policy().steps());
        Collections.shuffle(shuffled, new Random(drawn.seed()));
        Bill bill = price(drawn);
        Bill other = pricing.price(shelf.policy().withSteps(shuffled), drawn.quote(), drawn.asOf())
                .orThrow();
        bill.lines()
                .forEach(line -> Laws.equal(
                        "net price of line " + line.id() + " with the steps in the order "
                                + shuffled.stream().map(WaterfallStep::id).toList(),
                        line.net(),
                        other.line(line.id()).net()));
    }

    private void floor(QuoteCase drawn) {
        Bill bill = price(drawn);
        List<String> below = new ArrayList<>();
        for (int i = 0; i < bill.lines().size(); i++) {
            Bill.Item line = bill.lines().get(i);
            Rational units = Rational.of(line.line().quantity()).times(line.months());
            if (units.signum() > 0
                    && line.floor()
                            .filter(floor -> line.net().compareTo(units.times(floor)) < 0)
                            .isPresent()) {
                below.add("/lines/" + i);
            }
        }
        List<String> found = bill.findings().stream()
                .filter(finding -> finding.code().equals("quote.price.belowFloor"))
                .map(Finding::path)
                .toList();
        Laws.equal("lines below their floor", below, found);
    }

    private void split(QuoteCase drawn) {
        Random random = new Random(drawn.seed());
        boolean longTerms = shelf.policy().steps().stream().anyMatch(WaterfallStep.TermSchedule.class::isInstance);
        Bill whole = price(drawn);
        for (int i = 0; i < whole.lines().size(); i++) {
            QuoteLine line = drawn.quote().lines().get(i);
            Term term = line.term();
            int months = term.months().round(0, RoundingMode.FLOOR).intValueExact();
            if (shelf.oneTime(line.product()) || months < 2) {
                continue;
            }
            var middle = term.from().plusMonths(1 + random.nextInt(months - 1));
            Term first = new Term(term.from(), middle, term.billingMonths());
            Term second = new Term(middle, term.before(), term.billingMonths());
            if (!months(first).plus(months(second)).equals(months(term))) {
                continue;
            }
            List<QuoteLine> lines = new ArrayList<>(drawn.quote().lines());
            lines.set(i, line.withTerm(first));
            QuoteLine rest = line.withId(LineId.of(line.id() + "-rest")).withTerm(second);
            lines.add(rest);
            Bill parts = price(drawn.with(lines));
            Bill.Item one = parts.line(line.id());
            Bill.Item other = parts.line(rest.id());
            Laws.equal(
                    "list price of line " + line.id() + " split on " + middle,
                    whole.line(line.id()).exactList(),
                    one.exactList().plus(other.exactList()));
            if (!longTerms) {
                Laws.equal(
                        "net price of line " + line.id() + " split on " + middle,
                        whole.line(line.id()).exactBeforeHeader(),
                        one.exactBeforeHeader().plus(other.exactBeforeHeader()));
            }
        }
    }

    private Rational months(Term term) {
        return term.months(shelf.policy().dayCount());
    }

    private void priceable(QuoteCase drawn) {
        Random random = new Random(drawn.seed());
        ProductId product = shelf.catalog()
                .offerings()
                .get(random.nextInt(shelf.catalog().offerings().size()))
                .product();
        ImmutableList<ProductId> kit = shelf.kit(product);
        Term term = Term.months(shelf.day().toString(), 12);
        List<QuoteLine> lines = new ArrayList<>();
        for (ProductId one : kit) {
            lines.add(QuoteLine.of("of " + one, one.value(), 0, term)
                    .withQuantity(shelf.entry(one).isPresent() ? shelf.within(one, BigDecimal.ONE) : BigDecimal.ONE));
        }
        Checked<Bill> priced =
                pricing.price(shelf.policy(), shelf.quote().lines(lines).build(), drawn.asOf());
        List<ProductId> without =
                kit.stream().filter(one -> shelf.entry(one).isEmpty()).toList();
        boolean sold = without.isEmpty() && shelf.complete(kit);
        Laws.require(
                priced.value().isPresent() == sold,
                product + " with what it requires, " + kit + ", " + (sold ? "is refused: " : "has a price: ") + priced);
        for (ProductId missing : without) {
            Laws.require(
                    priced.findings().stream()
                            .anyMatch(finding -> finding.code().equals("quote.price.missing")
                                    && finding.message().contains(missing.value())),
                    "no finding says that " + missing + " has no price: " + priced.findings());
        }
        if (!shelf.complete(kit)) {
            Laws.require(
                    priced.findings().stream()
                            .anyMatch(finding -> finding.code().equals("quote.product.excluded")),
                    "no finding says what excludes what among " + kit + ": " + priced.findings());
        }
    }

    private void json(QuoteCase drawn) {
        JsonLaws.roundTrips(shelf.catalog(), Catalog.class);
        JsonLaws.roundTrips(shelf.policy(), PricingPolicy.class);
        JsonLaws.roundTrips(shelf.book(), PriceBook.class);
        String json = price(drawn).json();
        Laws.equal(
                "priced quote that was read back",
                json,
                SalesOpsJson.write(SalesOpsJson.read(json, PricedQuote.class).orThrow()));
    }
}
