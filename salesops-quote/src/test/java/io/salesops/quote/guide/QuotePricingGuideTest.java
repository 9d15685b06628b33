package io.salesops.quote.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.compliance.ComplianceChecker;
import io.salesops.quote.compliance.ComplianceReport;
import io.salesops.quote.compliance.Consequence;
import io.salesops.quote.compliance.PolicyPack;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.LineFacts;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.quote.pricing.Samples;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuotePricingGuideTest {
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern TEXT_BLOCK = Pattern.compile("```text\\R(.*?)```", Pattern.DOTALL);

    private final Catalog catalog = Samples.CATALOG;

    /** The documents of the page, in its order. */
    private static List<String> blocks(Pattern kind) throws Exception {
        Path module = Path.of("").toAbsolutePath();
        Matcher block = kind.matcher(Files.readString(module.resolveSibling("docs/guide/quote-pricing.md")));
        List<String> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    @Test
    void pricesAndExplains() throws Exception {
        String priceBookJson = blocks(JSON_BLOCK).get(0);
        String policyJson = blocks(JSON_BLOCK).get(1);
        // snippet:quote-price
        PriceBook priceBook = SalesOpsJson.read(priceBookJson, PriceBook.class).orThrow();
        PricingPolicy policy =
                SalesOpsJson.read(policyJson, PricingPolicy.class).orThrow();
        QuotePricer pricer = QuotePricer.of(catalog, policy, priceBook);

        Term oneYear = Term.months("2026-04-01", 12);
        Quote quote = Quote.builder()
                .id(QuoteId.of("Q-1042"))
                .account(AccountId.of("A-17"))
                .priceBook("eu-list")
                .paymentDays(30)
                .validUntil(LocalDate.parse("2026-04-30"))
                .addLines(
                        QuoteLine.of("1", "PLATFORM", 1, oneYear),
                        QuoteLine.of("2", "SEAT", 120, oneYear).discounted(Rate.ofPercent(10), "competitor offer"))
                .headerDiscount(Rate.ofPercent(3))
                .build();

        PricedQuote priced = pricer.price(quote, AsOf.date("2026-03-31")).orThrow();
        String waterfall = priced.line("2").explain();
        // end
        assertThat(priced.net()).isEqualTo(Amounts.of("64078.20", "EUR"));
        assertThat(blocks(TEXT_BLOCK).get(0).strip()).isEqualTo(waterfall);
    }

    @Test
    void repricesOneLine() throws Exception {
        QuotePricer pricer = QuotePricer.of(
                catalog,
                SalesOpsJson.read(blocks(JSON_BLOCK).get(1), PricingPolicy.class)
                        .orThrow(),
                Samples.BOOK);
        PricedQuote priced =
                pricer.price(Samples.QUOTE, AsOf.date("2026-03-31")).orThrow();
        // snippet:quote-reprice
        QuoteLine more = priced.line("2").line().withQuantity(new BigDecimal("150"));
        PricedQuote repriced =
                pricer.reprice(priced, more, AsOf.date("2026-03-31")).orThrow();
        // end
        assertThat(repriced)
                .isEqualTo(
                        pricer.price(repriced.quote(), AsOf.date("2026-03-31")).orThrow());
        assertThat(repriced.line("2").list()).isEqualTo(Amounts.of("66000.00", "EUR"));
    }

    @Test
    void refusesWithEverythingThatIsWrong() throws Exception {
        QuotePricer pricer = QuotePricer.of(
                catalog,
                SalesOpsJson.read(blocks(JSON_BLOCK).get(1), PricingPolicy.class)
                        .orThrow(),
                Samples.BOOK);
        Quote quote = Samples.QUOTE.withLines(QuoteLine.of("1", "ROCKET", -1, Term.months("2026-04-01", 12)));
        List<String> shown = new ArrayList<>();
        // snippet:quote-findings
        String answer = pricer.price(quote, AsOf.date("2026-03-31"))
                .match(accepted -> "net " + accepted.net(), refused -> {
                    refused.stream().map(Finding::text).forEach(shown::add);
                    return refused.size() + " things to mend";
                });
        // end
        assertThat(answer).isEqualTo("3 things to mend");
        assertThat(shown).anyMatch(text -> text.contains("ROCKET"));
    }

    @Test
    void checksAgainstAPolicyPack() throws Exception {
        String packJson = blocks(JSON_BLOCK).get(2);
        PricedQuote priced = QuotePricer.of(catalog, Samples.POLICY, Samples.BOOK)
                .price(
                        Samples.QUOTE.withLines(QuoteLine.of("2", "SEAT", 120, Term.months("2026-04-01", 12))
                                .discounted(Rate.ofPercent(20), "competitor offer")),
                        AsOf.date("2026-03-31"))
                .orThrow();
        List<String> asked = new ArrayList<>();
        // snippet:quote-compliance
        PolicyPack pack = SalesOpsJson.read(packJson, PolicyPack.class).orThrow();
        ComplianceReport report = ComplianceChecker.of(pack).check(priced, AsOf.date("2026-03-31"));
        for (ComplianceReport.Breach breach : report.breaches()) {
            asked.add(breach.check().owner() + ": " + breach.finding().message());
        }
        // end
        assertThat(report.verdict()).contains(Consequence.APPROVAL);
        assertThat(asked)
                .containsExactly("sales-manager: line 2 is 22.4% below list, rep limit 15%, manager limit 25%");
        assertThat(blocks(TEXT_BLOCK).get(1).strip()).isEqualTo(report.explain());
    }

    @Test
    void pricesBundlesAndConditions() throws Exception {
        Catalog suites = SalesOpsJson.read(block(JSON_BLOCK, "\"suites\""), Catalog.class)
                .orThrow();
        PricingPolicy policy = Samples.POLICY;
        PriceBook seatBook = PriceBook.builder()
                .id("seats")
                .version("1")
                .currency(Samples.BOOK.currency())
                .addEntries(
                        PriceEntry.of("SUITE", PriceModel.perUnit("100")),
                        PriceEntry.of("SEAT", PriceModel.perUnit("10")))
                .build();
        Term oneYear = Term.months("2026-04-01", 12);
        Quote order = Samples.QUOTE
                .withPriceBook("seats")
                .withHeaderDiscount(Optional.empty())
                .withPromotions("SPRING")
                .withLines(
                        QuoteLine.of("1", "SUITE", 2, oneYear),
                        QuoteLine.of("2", "SEAT", 45, oneYear).withBundle(LineId.of("1")));
        Account customer = Account.builder()
                .id(AccountId.of("A-17"))
                .name("Norwick")
                .address(Address.builder().country("DE").build())
                .build();
        // snippet:quote-condition
        WaterfallStep german = new WaterfallStep.Promotion("spring", "SPRING", Rate.ofPercent(5))
                .where(LineFacts.account(Account.COUNTRY)
                        .in("DE", "AT")
                        .and(LineFacts.QUANTITY.atLeast(BigDecimal.TEN)));
        PricingPolicy bundles = policy.withSteps(new WaterfallStep.BundlePrice("bundle"), german);
        QuotePricer conditional = QuotePricer.of(suites, bundles, seatBook);
        PricedQuote suite =
                conditional.price(order, customer, AsOf.date("2026-03-31")).orThrow();
        String seats = suite.line("2").explain();
        // end
        assertThat(block(TEXT_BLOCK, "price in bundle").strip()).isEqualTo(seats);
        assertThat(suite.findings()).isEmpty();
    }

    private static String block(Pattern kind, String within) throws Exception {
        return blocks(kind).stream()
                .filter(text -> text.contains(within))
                .findFirst()
                .orElseThrow();
    }
}
