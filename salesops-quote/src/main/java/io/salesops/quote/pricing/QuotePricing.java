package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
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
        Currencies currencies =
                new Currencies(asOf.rates(), quote.ratesOn().orElse(asOf.date()));
        Optional<PreparedBook> book =
                new BookChoice(definitions.books(), quote, asOf.date(), findings).choose();
        QuoteCheck check = new QuoteCheck(definitions, quote, asOf.date(), book, currencies, findings);
        check.header();
        ImmutableList<QuoteLine> lines = quote.lines();
        LineIndex index = LineIndex.of(lines, this::duplicate);
        Sold[] sold = new Sold[lines.size()];
        for (int i = 0; i < sold.length; i++) {
            sold[i] = check.line(lines.get(i), i);
        }
        if (definitions.isConfigured() || check.hasBundles()) {
            new ConfigurationCheck(lines, offerings(lines), index, findings).check();
        }
        if (book.isEmpty()) {
            return Checked.refused(findings);
        }
        CurrencyUnit currency = quote.currency().orElse(book.get().book().currency());
        if (definitions.policy().rounding().scale().isEmpty() && currency.getDefaultFractionDigits() < 0) {
            return Checked.refused(findings);
        }
        MinorUnits money =
                new MinorUnits(currency, definitions.policy().rounding().scaleOf(currency));
        PromotionCheck.Acting promotions =
                new PromotionCheck(definitions, quote, uses, findings).check(money, currencies);
        if (hasErrors()) {
            return Checked.refused(findings);
        }
        return priced(
                new QuoteContext(
                        definitions,
                        quote,
                        uses,
                        asOf,
                        book.get(),
                        money,
                        currencies,
                        currencies.factor(book.get().book().currency(), currency).orElseThrow(),
                        promotions.states(),
                        promotions.amounts()),
                index,
                sold);
    }

    private boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
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

    private Checked<PricedQuote> priced(QuoteContext context, LineIndex index, Sold[] sold) {
        LineState[] states = new LineState[sold.length];
        boolean again;
        do {
            List<Finding> ofLines = new ArrayList<>();
            LineRun run = new LineRun(context, ofLines);
            LinePass pass = new LinePass(quote.lines(), states, run, ofLines);
            for (int i = 0; i < states.length; i++) {
                if (!LinePass.isOfTotal(sold[i])) {
                    pass.price(i, sold[i]);
                }
            }
            for (int i = 0; i < states.length && ofLines.isEmpty(); i++) {
                if (LinePass.isOfTotal(sold[i])) {
                    pass.price(i, sold[i]);
                }
            }
            again = ofLines.isEmpty() && settle(context);
            if (!again) {
                findings.addAll(ofLines);
            }
        } while (again);
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
