package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PromotionUses;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** The pricing of one quote; lives in one call. */
final class QuotePricing {
    private final Definitions definitions;
    private final Quote quote;
    private final Optional<Account> customer;
    private final PromotionUses uses;
    private final AsOf asOf;
    private final List<Finding> findings = new ArrayList<>();

    QuotePricing(Definitions definitions, Quote quote, Optional<Account> customer, PromotionUses uses, AsOf asOf) {
        this.definitions = definitions;
        this.quote = quote;
        this.customer = customer;
        this.uses = uses;
        this.asOf = asOf;
    }

    Checked<PricedQuote> price() {
        Currencies currencies = new Currencies(asOf.rates(), quote.ratesOn().orElse(asOf.date()));
        Optional<PreparedBook> book = new BookChoice(definitions.books(), quote, asOf.date(), findings).choose();
        QuoteCheck check = new QuoteCheck(definitions, quote, asOf.date(), book, currencies, findings);
        check.header();
        customer.filter(account -> !account.id().equals(quote.account()))
                .ifPresent(other -> findings.add(Finding.error(
                                "quote.account.other",
                                "/account",
                                "quote " + quote.id() + " is for account " + quote.account() + ", not for "
                                        + other.id())
                        .maybe("Maybe the account of another quote was passed.")));
        Optional<QuoteContext> context = book.flatMap(found -> context(found, currencies));
        ImmutableList<QuoteLine> lines = quote.lines();
        LineIndex index = new LineIndex(lines);
        LinePass pass = context.isPresent() ? new LinePass(context.get(), lines, index) : null;
        // One walk: a line is checked and priced while it is at hand.
        for (int i = 0; i < lines.size(); i++) {
            int earlier = index.add(i);
            if (earlier >= 0) {
                duplicate(earlier, i);
            }
            int before = findings.size();
            Sold sold = check.line(lines.get(i), i);
            if (sold != null && pass != null && (findings.size() == before || !hasErrors(before))) {
                pass.price(i, sold);
            }
        }
        if (definitions.isConfigured() || check.hasBundles()) {
            new ConfigurationCheck(
                            lines,
                            offerings(lines),
                            index,
                            amount -> context.flatMap(found -> unrated(found, amount)),
                            findings)
                    .check();
        }
        if (context.isEmpty() || pass == null || hasErrors(0)) {
            if (pass != null) {
                pass.priceOptions();
                findings.addAll(pass.findings());
            }
            return Checked.refused(findings);
        }
        return priced(context.get(), index, pass);
    }

    /** What the lines share; empty where the currency has no decimals. */
    private Optional<QuoteContext> context(PreparedBook book, Currencies currencies) {
        CurrencyUnit currency = quote.currency().orElse(book.book().currency());
        Optional<Rational> exchange = currencies.factor(book.book().currency(), currency);
        boolean hasScale =
                definitions.policy().rounding().scale().isPresent() || currency.getDefaultFractionDigits() >= 0;
        MinorUnits money = new MinorUnits(
                currency, hasScale ? definitions.policy().rounding().scaleOf(currency) : 0);
        PromotionCheck.Acting promotions =
                new PromotionCheck(definitions, quote, uses, findings).check(money, currencies);
        return exchange.filter(rate -> hasScale)
                .map(rate -> new QuoteContext(
                        definitions,
                        quote,
                        customer,
                        uses,
                        asOf,
                        book,
                        money,
                        currencies,
                        rate,
                        promotions.states(),
                        promotions.amounts()));
    }

    private static Optional<Finding> unrated(QuoteContext context, MonetaryAmount amount) {
        CurrencyUnit own = context.money().currency();
        return context.intoQuote(amount).isPresent()
                ? Optional.empty()
                : Optional.of(context.currencies().unknown(amount.getCurrency(), own, "/lines"));
    }

    private boolean hasErrors(int from) {
        for (int i = from; i < findings.size(); i++) {
            if (findings.get(i).severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    private void duplicate(int first, int second) {
        findings.add(Finding.error(
                "quote.line.duplicate",
                "/lines/" + second + "/id",
                "lines /lines/" + first + " and /lines/" + second + " are both named "
                        + quote.lines().get(second).id()));
    }

    private List<Optional<Offering>> offerings(List<QuoteLine> lines) {
        return lines.stream()
                .map(line -> definitions.offerings().get(line.product()).stream()
                        .filter(offering -> offering.effective().contains(asOf.date()))
                        .findFirst())
                .toList();
    }

    private Checked<PricedQuote> priced(QuoteContext context, LineIndex index, LinePass pass) {
        pass.priceDependent();
        while (pass.findings().isEmpty() && settle(context)) {
            pass.priceAgain();
        }
        findings.addAll(pass.findings());
        findings.addAll(pass.warnings());
        if (hasErrors(0)) {
            return Checked.refused(findings);
        }
        try {
            return header(context, pass.states(), index);
        } catch (ArithmeticException e) {
            findings.add(LinePass.tooLarge("/lines", "the sum of the lines", e));
            return Checked.refused(findings);
        }
    }

    /** Fixes the next promotion that took off too much; returns whether the lines must be priced again. */
    private static boolean settle(QuoteContext context) {
        for (PromotionState promotion : context.promotions().values()) {
            if (promotion.settle()) {
                context.promotions().values().forEach(PromotionState::restart);
                return true;
            }
        }
        return false;
    }

    private Checked<PricedQuote> header(QuoteContext context, LineState[] states, LineIndex index) {
        long list = 0;
        long net = 0;
        boolean floors = false;
        boolean ofTotal = false;
        for (LineState state : states) {
            list = Math.addExact(list, state.list());
            net = Math.addExact(net, state.net());
            floors |= state.sold().hasFloor();
            ofTotal |= state.sold().ofTotal();
        }
        Header header = Header.of(context, states, net, findings);
        if (hasErrors(0)) {
            return Checked.refused(findings);
        }
        PricedState state = new PricedState(
                context, states, index, header, new HeaderTotals(list, header.net()), net, floors, ofTotal, false);
        if (floors) {
            for (int i = 0; i < states.length; i++) {
                FloorCheck.check(state, i).ifPresent(findings::add);
            }
        }
        return Checked.accepted(PricedQuote.of(state, findings), findings);
    }
}
