package io.salesops.examples;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.finding.Checked;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;
import io.salesops.quote.compliance.ComplianceChecker;
import io.salesops.quote.compliance.ComplianceReport;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Quotes the largest open deal that the price book can price, checks the quote, bills it and recognises its revenue. */
final class QuoteDeal implements LeadToCashStep {
    @Override
    public String title() {
        return "Price and check a quote";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        Definitions definitions = state.definitions();
        if (definitions.catalog().isEmpty()
                || definitions.priceBook().isEmpty()
                || definitions.pricingPolicy().isEmpty()
                || definitions.policyPack().isEmpty()
                || definitions.offer().isEmpty()) {
            return Optional.of("catalog, priceBook, pricingPolicy, policyPack and offer in the definitions");
        }
        return deal(state).isEmpty() ? Optional.of("an open deal with a product of the price book") : Optional.empty();
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        Definitions definitions = state.definitions();
        Opportunity deal = deal(state).orElseThrow();
        QuotePricer pricer = QuotePricer.of(
                definitions.catalog().orElseThrow(),
                definitions.pricingPolicy().orElseThrow(),
                definitions.priceBook().orElseThrow());
        Checked<PricedQuote> priced = pricer.price(quote(deal, state), state.asOf);
        out.line("deal %s: %s", deal.id(), deal.name().orElse(""));
        priced.match(
                quote -> {
                    if (quote.lines().size() > 1) {
                        out.text(quote.explain());
                    }
                    out.outcome(quote);
                    quote.lines().forEach(line -> out.text(line.explain()));
                    ComplianceReport report = ComplianceChecker.of(
                                    definitions.policyPack().orElseThrow())
                            .check(quote, state.asOf);
                    out.text(report.explain());
                    out.omitted(report.omitted());
                    DealSchedule.print(quote, out);
                    return quote;
                },
                findings -> {
                    out.findings(findings);
                    return findings;
                });
    }

    private static Optional<Opportunity> deal(LeadToCashState state) {
        PriceBook book = state.definitions().priceBook().orElseThrow();
        Set<ProductId> priced =
                book.entries().stream().map(entry -> entry.product()).collect(Collectors.toSet());
        Set<String> open = state.mapping.process().stages().stream()
                .filter(stage -> stage.outcome() == StageOutcome.OPEN)
                .map(Stage::id)
                .collect(Collectors.toSet());
        return state.opportunities.stream()
                .filter(deal -> open.contains(deal.stage()) && deal.account().isPresent())
                .filter(deal -> deal.amount()
                        .filter(amount -> amount.getCurrency().equals(book.currency()))
                        .isPresent())
                .filter(deal -> !deal.lines().isEmpty()
                        && deal.lines().stream().map(ProductLine::product).allMatch(priced::contains))
                .max(Comparator.comparing((Opportunity deal) ->
                                Amounts.number(deal.amount().orElseThrow()))
                        .thenComparing(Opportunity::id));
    }

    private static Quote quote(Opportunity deal, LeadToCashState state) {
        Offer offer = state.definitions().offer().orElseThrow();
        LocalDate start = state.asOf.date().plusMonths(1).withDayOfMonth(1);
        Quote.Builder quote = Quote.builder()
                .id(QuoteId.of("Q-" + deal.id()))
                .account(deal.account().orElseThrow())
                .priceBook(state.definitions().priceBook().orElseThrow().id())
                .paymentDays(offer.paymentDays())
                .validUntil(state.asOf.date().plusDays(offer.validDays()))
                .headerDiscount(offer.headerDiscount());
        int number = 1;
        for (ProductLine line : deal.lines()) {
            quote.addLines(QuoteLine.builder()
                    .id(LineId.of(Integer.toString(number++)))
                    .product(line.product())
                    .quantity(line.quantity())
                    .term(Term.months(start.toString(), offer.months()))
                    .discount(offer.discount())
                    .reason(offer.reason())
                    .build());
        }
        return quote.build();
    }
}
