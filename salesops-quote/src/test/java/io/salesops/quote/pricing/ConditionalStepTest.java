package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.LineFacts;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Steps that act where a condition on the line, the quote or the account holds. */
class ConditionalStepTest {
    private static final AsOf DAY = AsOf.date("2026-03-31");
    private static final PriceBook BOOK = PriceBook.builder()
            .id("book")
            .version("1")
            .currency(Monetary.getCurrency("EUR"))
            .addEntries(PriceEntry.of("SEAT", PriceModel.perUnit("10")), PriceEntry.of("SETUP", PriceModel.flat("10")))
            .build();

    private static PricingPolicy policy(WaterfallStep... steps) {
        return PricingPolicy.builder().id("policy").version("1").addSteps(steps).build();
    }

    private static QuotePricer pricer(WaterfallStep... steps) {
        return QuotePricer.of(Samples.once("SEAT", "SETUP"), policy(steps), BOOK);
    }

    private static Quote seats(String quantity) {
        return Samples.quote("SEAT", quantity);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void aPromotionActsOnTheLinesThatMeetItsCondition() {
        QuotePricer pricer = pricer(new WaterfallStep.Promotion("spring", "SPRING", Rate.ofPercent(10))
                .where(LineFacts.QUANTITY.atLeast(BigDecimal.TEN)));
        Quote quote = seats("10").withPromotions("SPRING");
        PricedLine line = pricer.price(quote, DAY).orThrow().line("1");
        assertThat(line.net()).isEqualTo(Amounts.of("90", "EUR"));
        assertThat(line.explain())
                .contains("-10.00  promotion SPRING 10%, as quantity at least 10  [policy 1 /steps/0]");
        Quote fewer = quote.withLines(Samples.line("1", "SEAT", "9"));
        assertThat(pricer.price(fewer, DAY).orThrow().net()).isEqualTo(Amounts.of("90", "EUR"));
        assertThat(pricer.price(fewer, DAY).findings()).isEmpty();
        PricedQuote before = pricer.price(quote, DAY).orThrow();
        assertThat(pricer.reprice(before, Samples.line("1", "SEAT", "9"), DAY).orThrow())
                .isEqualTo(pricer.price(fewer, DAY).orThrow());
    }

    @Test
    void conditionsMayAskAboutTheAccount() {
        QuotePricer pricer =
                pricer(WaterfallStep.TermSchedule.of("loyal", new WaterfallStep.LongTerm(1, Rate.ofPercent(20)))
                        .where(LineFacts.account(Account.COUNTRY).in("DE", "AT").not()));
        assertThat(pricer.price(seats("1"), DAY).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("quote.condition.unknown");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.path()).isEqualTo("/lines/0");
            assertThat(finding.message()).contains("step loyal does not act on line 1", "given no account");
        });
    }

    @Test
    void theAccountIsPartOfWhatThePriceWasComputedFrom() {
        Account account = Account.builder()
                .id(AccountId.of("A-1"))
                .name("Acme")
                .industry("retail")
                .build();
        QuotePricer pricer = pricer(new WaterfallStep.Promotion("shops", "SHOPS", Rate.ofPercent(50))
                .where(LineFacts.account(Account.INDUSTRY).is("retail")));
        Quote quote = seats("1").withPromotions("SHOPS");
        PricedQuote priced = pricer.price(quote, account, DAY).orThrow();
        assertThat(priced.net()).isEqualTo(Amounts.of("5", "EUR"));
        assertThat(priced.findings()).isEmpty();
        assertThat(priced.computedFrom().inputs()).containsKey("account");
        PricedQuote more =
                pricer.reprice(priced, Samples.line("1", "SEAT", "2"), DAY).orThrow();
        assertThat(more.net()).isEqualTo(Amounts.of("10", "EUR"));
        assertThat(pricer.reach(priced, Amounts.of("4", "EUR"), DAY)
                        .orThrow()
                        .below()
                        .orElseThrow()
                        .net())
                .isEqualTo(Amounts.of("4", "EUR"));
        assertThat(codes(pricer.price(quote, account.withId(AccountId.of("A-2")), DAY)
                        .findings()))
                .containsExactly("quote.account.other");
    }

    @Test
    void anUndecidedStepWarnsOnceALineWhicheverWayItIsPriced() {
        QuotePricer pricer = pricer(
                new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(5)).where(LineFacts.SEGMENT.is("smb")));
        Quote quote = seats("1")
                .withLines(Samples.line("1", "SEAT", "1"), Samples.line("2", "SETUP", "1"))
                .withPartner(AccountId.of("P"));
        PricedQuote priced = pricer.price(quote, DAY).orThrow();
        assertThat(priced.findings()).extracting(Finding::path).containsExactly("/lines/0", "/lines/1");
        PricedQuote again =
                pricer.reprice(priced, Samples.line("2", "SETUP", "3"), DAY).orThrow();
        assertThat(again).isEqualTo(pricer.price(again.quote(), DAY).orThrow());
    }

    @Test
    void whatIsAskedForOrAgreedTakesNoCondition() {
        PricingPolicy policy = policy(
                new WaterfallStep.CustomerDiscount("customer").where(LineFacts.SEGMENT.is("smb")),
                new WaterfallStep.ContractedPrice("contract").where(LineFacts.SEGMENT.is("smb")),
                new WaterfallStep.Floor("floor")
                        .where(LineFacts.SEGMENT.is("smb"))
                        .where(LineFacts.CHANNEL.is("web")));
        assertThat(codes(QuotePricer.check(Samples.once("SEAT", "SETUP"), policy, BOOK)))
                .containsExactly("quote.condition.kind", "quote.condition.kind", "quote.condition.kind");
    }

    @Test
    void schedulesOfOneKindHaveDifferentConditions() {
        WaterfallStep long1 = WaterfallStep.TermSchedule.of("a", new WaterfallStep.LongTerm(12, Rate.ofPercent(5)));
        WaterfallStep long2 = WaterfallStep.TermSchedule.of("b", new WaterfallStep.LongTerm(12, Rate.ofPercent(9)));
        assertThat(QuotePricer.check(
                        Samples.once("SEAT", "SETUP"),
                        policy(long1.where(LineFacts.SEGMENT.is("a")), long2.where(LineFacts.SEGMENT.is("b"))),
                        BOOK))
                .isEmpty();
        assertThat(codes(QuotePricer.check(
                        Samples.once("SEAT", "SETUP"),
                        policy(long1.where(LineFacts.SEGMENT.is("a")), long2.where(LineFacts.SEGMENT.is("a"))),
                        BOOK)))
                .containsExactly("quote.step.conflict");
    }

    @Test
    void conditionsAreJson() {
        PricingPolicy policy = SalesOpsJson.read("""
                {"schema": "salesops/pricing-policy/1", "id": "p", "version": "1", "steps": [
                  {"kind": "conditional",
                   "where": {"all": [{"field": "segment", "is": "smb"}, {"field": "account.country", "in": ["DE"]},
                                     {"field": "custom.tier", "type": "text", "is": "gold"}]},
                   "step": {"kind": "promotion", "id": "spring", "code": "SPRING", "rate": "5%"}}]}
                """, PricingPolicy.class).orThrow();
        assertThat(policy.steps().get(0).id()).isEqualTo("spring");
        assertThat(SalesOpsJson.read(SalesOpsJson.write(policy), PricingPolicy.class)
                        .orThrow())
                .isEqualTo(policy);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(policy).replace("segment", "segmant"), PricingPolicy.class)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("segmant", "segment"));
    }
}
