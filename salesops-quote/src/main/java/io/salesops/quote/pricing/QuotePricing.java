package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
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

/** The pricing of one quote; lives in one call. */
final class QuotePricing {
    private final Definitions definitions;
    private final Quote quote;
    private final PromotionUses uses;
    private final AsOf asOf;
    private final List<Finding> findings = new ArrayList<>();

    QuotePricing(Definitions definitions, Quote quote, PromotionUses uses, AsOf asOf) {
        this.definitions = definitions;
        this.quote = quote;
        this.uses = uses;
        this.asOf = asOf;
    }

    Checked<PricedQuote> price() {
        Currencies currencies = new Currencies(asOf.rates(), quote.ratesOn().orElse(asOf.date()));
        Optional<PreparedBook> book = new BookChoice(definitions.books(), quote, asOf.date(), findings).choose();
        QuoteCheck check = new QuoteCheck(definitions, quote, asOf.date(), book, currencies, findings);
        check.header();
        Optional<QuoteContext> context = book.flatMap(found -> context(found, currencies));
        ImmutableList<QuoteLine> lines = quote.lines();
        LineIndex index = LineIndex.of(lines, this::duplicate);
        Sold[] sold = new Sold[lines.size()];
        LineState[] states = new LineState[sold.length];
        List<Finding> ofLines = new ArrayList<>();
        for (int i = 0; i < sold.length; i++) {
            sold[i] = check.line(lines.get(i), i);
        }
        boolean sound = context.isPresent() && !hasErrors();
        LinePass pass = sound ? pass(context.get(), states, ofLines) : null;
        if (pass != null) {
            pass.price(sold);
        }
        if (definitions.isConfigured() || check.hasBundles()) {
            new ConfigurationCheck(lines, offerings(lines), index, findings).check();
        }
        if (context.isEmpty() || pass == null || hasErrors()) {
            findings.addAll(ofLines);
            return Checked.refused(findings);
        }
        return priced(context.get(), index, sold, states, pass, ofLines);
    }

    private LinePass pass(QuoteContext context, LineState[] states, List<Finding> ofLines) {
        return new LinePass(quote.lines(), states, new LineRun(context, states.length, ofLines), ofLines);
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
                        uses,
                        asOf,
                        book,
                        money,
                        currencies,
                        rate,
                        promotions.states(),
                        promotions.amounts()));
    }

    private boolean hasErrors() {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
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

    private Checked<PricedQuote> priced(
            QuoteContext context,
            LineIndex index,
            Sold[] sold,
            LineState[] states,
            LinePass first,
            List<Finding> ofLines) {
        LinePass pass = first;
        while (true) {
            for (int i = 0; i < states.length && ofLines.isEmpty(); i++) {
                if (LinePass.isOfTotal(sold[i])) {
                    pass.price(i, sold[i]);
                }
            }
            if (!ofLines.isEmpty() || !settle(context)) {
                break;
            }
            pass = pass(context, states, ofLines);
            pass.price(sold);
        }
        findings.addAll(ofLines);
        if (hasErrors()) {
            return Checked.refused(findings);
        }
        try {
            return header(context, states, index);
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
            floors |= state.sold().list().floor().isPresent();
            ofTotal |= LinePass.isOfTotal(state.sold());
        }
        Header header = Header.of(context, states, net, findings);
        if (hasErrors()) {
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
