package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.credit.Credit.Role;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.TeamId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class CreditAllocatorTest {
    private static final AsOf END = AsOf.date("2026-12-31");
    private static final CreditRule.Split OWNER =
            CreditRule.Split.builder().id("owner").to(new Recipients.Owner()).build();

    @Test
    void anEventSaysHowItsCreditCameAbout() {
        CreditRules rules = rules(
                        CreditRule.Split.builder()
                                .id("named")
                                .priority(10)
                                .when(CreditItem.PRODUCT.is(ProductId.of("B")))
                                .claims(Rate.of("60%"))
                                .to(shares("ana", "2/3", "ben", "1/3"))
                                .build(),
                        OWNER,
                        CreditRule.Overlay.builder()
                                .id("specialist")
                                .putShares(PayeeId.of("zoe"), Rate.of("20%"))
                                .build())
                .withRollUps(RollUp.builder().id("managers").levels(2).build());
        CreditEvent deal = event("D-7", "100.00").withLines(EventLine.of("1", "B", usd("100.00")));

        EventCredits credits =
                CreditAllocator.of(rules).credit(deal, org(), END).orThrow();

        assertThat(credits.explain()).isEqualTo("""
                USD 320.00  D-7 of USD 100 on 2026-03-31, rules example v1
                  +100.00  line 1, split  [example 1]
                     +40.00  ana, 40% by named, product is B: B  [example 1 /rules/0]
                     +40.00  ana, 40% by owner  [example 1 /rules/1]
                     +20.00  ben, 20% by named, product is B: B  [example 1 /rules/0]
                   +20.00  line 1, on top  [example 1]
                     +20.00  zoe, 20% by specialist  [example 1 /rules/2]
                  +200.00  line 1, rolled up  [example 1]
                     +40.00  max, 100% of ana, level 1 of managers  [example 1 /rollUps/0]
                     +40.00  mia, 100% of ana, level 2 of managers  [example 1 /rollUps/0]
                     +40.00  max, 100% of ana, level 1 of managers  [example 1 /rollUps/0]
                     +40.00  mia, 100% of ana, level 2 of managers  [example 1 /rollUps/0]
                     +20.00  max, 100% of ben, level 1 of managers  [example 1 /rollUps/0]
                     +20.00  mia, 100% of ben, level 2 of managers  [example 1 /rollUps/0]""");
    }

    @Test
    void managersAreThoseOfTheDayOfTheEvent() {
        CreditRules rules =
                rules(OWNER).withRollUps(RollUp.builder().id("up").levels(1).build());
        SalesOrg org = SalesOrg.builder()
                .hierarchy(Hierarchy.builder()
                        .addLinks(
                                new Hierarchy.Reporting(
                                        RepId.of("ana"), RepId.of("max"), DateRange.before(LocalDate.of(2026, 4, 1))),
                                new Hierarchy.Reporting(
                                        RepId.of("ana"), RepId.of("mia"), DateRange.from(LocalDate.of(2026, 4, 1))))
                        .build())
                .build();
        CreditEvent march = event("D-1", "100");
        CreditEvent april = event("D-2", "50").withDate(LocalDate.of(2026, 4, 1));
        CreditEvent refund =
                event("R-1", "-40").withDate(LocalDate.of(2026, 5, 1)).withReverses(march.id());

        List<Credit> raised =
                CreditAllocator.of(rules).credit(List.of(refund, april, march), org, END).credits().stream()
                        .filter(credit -> credit.role() == Role.ROLL_UP)
                        .toList();

        assertThat(raised)
                .extracting(credit -> credit.payee() + " " + credit.amount())
                .containsExactly("max USD 100", "mia USD 50", "max USD -40");
    }

    @Test
    void nobodyLosesMoreThanHeHas() {
        CreditRules rules = rules(CreditRule.Split.builder()
                .id("team")
                .to(shares("ana", "50%", "ben", "50%"))
                .build());
        CreditEvent sale = event("D-1", "0.03");
        ImmutableList<CreditEvent> events = ImmutableList.of(
                sale,
                event("R-1", "-0.01").withReverses(sale.id()),
                event("R-2", "-0.01").withReverses(sale.id()),
                event("R-3", "-0.01").withReverses(sale.id()));

        Credits credits = CreditAllocator.of(rules).credit(events, SalesOrg.none(), END);

        assertThat(credits.of(PayeeId.of("ana")))
                .extracting(credit -> ReferenceCrediting.cents(credit))
                .containsExactly(2L, -1L, -1L, 0L);
        assertThat(credits.of(PayeeId.of("ben")))
                .extracting(credit -> ReferenceCrediting.cents(credit))
                .containsExactly(1L, 0L, 0L, -1L);
    }

    @Test
    void whatNobodyHasAndWhatIsExcludedIsReported() {
        CreditRules rules = rules(
                CreditRule.Split.builder()
                        .id("b")
                        .when(CreditItem.PRODUCT.is(ProductId.of("B")))
                        .claims(Rate.of("60%"))
                        .to(new Recipients.Owner())
                        .build(),
                CreditRule.Exclude.builder()
                        .id("internal")
                        .when(CreditItem.PRODUCT.is(ProductId.of("X")))
                        .reason("internal deal")
                        .build());
        CreditEvent deal = event("D-1", "60")
                .withLines(
                        EventLine.of("1", "A", usd("10")),
                        EventLine.of("2", "B", usd("20")),
                        EventLine.of("3", "X", usd("30")));

        Credits credits = CreditAllocator.of(rules).credit(List.of(deal), SalesOrg.none(), END);

        assertThat(credits.uncredited())
                .extracting(each -> each.line().orElse("") + " " + each.amount() + " " + each.reason())
                .containsExactly(
                        "1 USD 10 no split is met",
                        "2 USD 8 splits claim only 60%",
                        "3 USD 30 excluded by internal: internal deal");
        assertThat(credits.omitted())
                .containsExactly(
                        new Omission("excluded by internal: internal deal", 1, ImmutableList.of("D-1/3")),
                        new Omission("no split is met", 1, ImmutableList.of("D-1/1")),
                        new Omission("splits claim only 60%", 1, ImmutableList.of("D-1/2")));
        EventCredits alone =
                CreditAllocator.of(rules).credit(deal, SalesOrg.none(), END).orThrow();
        assertThat(alone.omitted()).isEqualTo(credits.omitted());
    }

    @Test
    void aConflictNamesBothRules() {
        CreditRules rules = rules(
                OWNER,
                CreditRule.Split.builder()
                        .id("b")
                        .when(CreditItem.PRODUCT.is(ProductId.of("B")))
                        .to(shares("ben", "100%"))
                        .build());
        CreditEvent deal = event("D-1", "20").withLines(EventLine.of("2", "B", usd("20")));

        refused(rules, SalesOrg.none(), deal, "commission.credit.conflict", "meets b and owner, both of priority 100");

        CreditRules overlays = rules(OWNER, overlay("one", 10), overlay("other", 10));
        refused(overlays, SalesOrg.none(), deal, "commission.credit.conflict", "one and other, both of priority 10");
        assertThat(CreditAllocator.of(rules(OWNER, overlay("one", 10), overlay("other", 20)))
                        .credit(deal, SalesOrg.none(), END)
                        .orThrow()
                        .credits())
                .extracting(Credit::id)
                .containsExactly(CreditId.of("D-1/2/one/zoe"), CreditId.of("D-1/2/owner/ana"));
    }

    @Test
    void aRuleThatCannotBeDecidedDecidesNothingAndIsNamed() {
        CreditRules rules = rules(
                OWNER,
                CreditRule.Split.builder()
                        .id("b")
                        .priority(1)
                        .when(CreditItem.PRODUCT.is(ProductId.of("B")))
                        .to(shares("ben", "100%"))
                        .build());

        Checked<EventCredits> credits = CreditAllocator.of(rules).credit(event("D-1", "20"), SalesOrg.none(), END);

        assertThat(credits.orThrow().credits()).extracting(Credit::payee).containsExactly(PayeeId.of("ana"));
        assertThat(credits.findings())
                .extracting(Finding::message)
                .containsExactly("rule b cannot be decided for event D-1: product is missing");
    }

    @Test
    void faultyEventsAreNamedWithTheirValues() {
        CreditRules rules = rules(OWNER);
        CreditEvent deal = event("D-1", "20");
        refused(rules, SalesOrg.none(), deal.withAmount(usd("20.005")), "commission.event.scale", "20.005");
        refused(
                rules,
                SalesOrg.none(),
                deal.withLines(EventLine.of("1", "B", usd("19"))),
                "commission.event.lines",
                "lines sum to USD 19, not to USD 20");
        refused(
                rules,
                SalesOrg.none(),
                deal.withLines(EventLine.of("1", "B", Amounts.of("20", "EUR"))),
                "commission.event.currency",
                "EUR 20");
        refused(
                rules,
                SalesOrg.none(),
                deal.withLines(EventLine.of("1", "A", usd("10")), EventLine.of("1", "B", usd("10"))),
                "commission.event.line",
                "line id 1 occurs twice");
        refused(
                rules,
                SalesOrg.none(),
                CreditEvent.builder()
                        .from(deal)
                        .putSplit(PayeeId.of("ana"), Rate.of("99.9%"))
                        .build(),
                "commission.event.split",
                "they make 99.9%");
        refused(
                rules,
                SalesOrg.builder()
                        .addReps(SalesRep.builder()
                                .id(RepId.of("anna"))
                                .name("Anna")
                                .build())
                        .build(),
                deal,
                "commission.credit.payee",
                "credited to ana, whom nobody knows. Maybe anna was meant.");
        refused(
                rules(CreditRule.Split.builder()
                        .id("team")
                        .to(new Recipients.TeamMembers(TeamId.of("emea")))
                        .build()),
                SalesOrg.none(),
                deal,
                "commission.credit.team",
                "team emea");
        refused(
                rules,
                SalesOrg.none(),
                CreditEvent.builder()
                        .id(CreditEventId.of("D-1"))
                        .date(deal.date())
                        .amount(usd("1"))
                        .build(),
                "commission.event.owner",
                "no owner");
        refused(
                rules.withRules(OWNER, overlay("third", 10).withShares(Map.of(PayeeId.of("zoe"), Rate.of("1/3"))))
                        .withRounding(RoundingPolicy.builder()
                                .mode(RoundingMode.UNNECESSARY)
                                .build()),
                SalesOrg.none(),
                deal,
                "commission.event.exact",
                "cannot be calculated exactly");
    }

    @Test
    void faultyRefundsAreNamedWithTheirValues() {
        CreditEvent sale = event("D-1", "20").withLines(EventLine.of("1", "A", usd("20")));
        CreditEvent refund = event("R-1", "-20").withReverses(sale.id());
        leftOut(List.of(refund), "commission.event.original", "takes back D-1, which is not among the events");
        leftOut(
                List.of(sale, refund.withAmount(usd("-20.01"))),
                "commission.event.exceeds",
                "amount -20.01 takes back more than 20.00");
        leftOut(List.of(sale, refund.withAmount(usd("20"))), "commission.event.exceeds", "amount 20");
        leftOut(
                List.of(sale, refund, event("R-2", "-20").withReverses(sale.id())),
                "commission.event.exceeds",
                "which is left of event D-1");
        leftOut(
                List.of(sale, refund.withLines(EventLine.of("7", "A", usd("-20")))),
                "commission.event.line",
                "line 7 is none of event D-1, which has [1]");
        leftOut(List.of(sale, refund.withAmount(Amounts.of("-20", "EUR"))), "commission.event.currency", "EUR -20");
        leftOut(List.of(sale, refund, refund.withDate(LocalDate.of(2026, 5, 1))), "commission.event.duplicate", "R-1");
        CreditEvent again = event("R-2", "20").withReverses(refund.id());
        leftOut(List.of(sale, refund, again), "commission.event.original", "or takes back another itself");
    }

    @Test
    void amountsBeyond63BitsAreConserved() {
        CreditRules rules = rules(CreditRule.Split.builder()
                .id("team")
                .to(shares("ana", "1/3", "ben", "1/3", "cho", "1/3"))
                .build());
        String huge = "92233720368547758079223372036854775807.01";
        Credits credits = CreditAllocator.of(rules).credit(List.of(event("D-1", huge)), SalesOrg.none(), END);

        assertThat(credits.credits().stream().map(ReferenceCrediting::number).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(huge);
        assertThat(CreditFrame.of(credits.credits(), usd("1").getCurrency()).findings())
                .extracting(Finding::code)
                .containsOnly("commission.credit.range")
                .hasSize(3);
    }

    @Test
    void whoOwnsTheResidueGivesBackWhatHeHasAsWell() {
        CreditRules rules = rules(CreditRule.Split.builder()
                        .id("team")
                        .to(shares("ana", "1/3", "ben", "1/3", "cho", "1/3"))
                        .build())
                .withRounding(RoundingPolicy.builder()
                        .residue(ResidueOwner.NAMED_KEY)
                        .residueKey("cho")
                        .build());
        CreditEvent sale = event("D-1", "0.02");
        CreditEvent first = event("R-1", "-0.01").withReverses(sale.id());
        CreditEvent second = event("R-2", "-0.01").withReverses(sale.id());

        Credits credits = CreditAllocator.of(rules).credit(List.of(sale, first, second), SalesOrg.none(), END);

        assertThat(credits.of(PayeeId.of("cho")))
                .extracting(ReferenceCrediting::cents)
                .containsExactly(0L, 0L, 0L);
        assertThat(credits.of(PayeeId.of("ana")))
                .extracting(ReferenceCrediting::cents)
                .containsExactly(1L, -1L, 0L);
        assertThat(credits.of(PayeeId.of("ben")))
                .extracting(ReferenceCrediting::cents)
                .containsExactly(1L, 0L, -1L);
    }

    @Test
    void aRefundOfALineTakesThatLineOnly() {
        CreditRules rules = rules(
                CreditRule.Split.builder()
                        .id("b")
                        .priority(1)
                        .when(CreditItem.PRODUCT.is(ProductId.of("B")))
                        .to(shares("ben", "100%"))
                        .build(),
                OWNER);
        CreditEvent sale = event("D-1", "50")
                .withLines(
                        EventLine.of("1", "A", usd("20")).withUnits(new BigDecimal("4")),
                        EventLine.of("2", "B", usd("30")).withUnits(new BigDecimal("3")));
        CreditEvent refund = event("R-1", "-10").withReverses(sale.id()).withLines(EventLine.of("2", "B", usd("-10")));

        Credits credits = CreditAllocator.of(rules).credit(List.of(sale, refund), SalesOrg.none(), END);

        assertThat(credits.credits())
                .extracting(credit -> credit.id() + " " + credit.amount() + " "
                        + credit.units().orElseThrow())
                .containsExactly("D-1/1/owner/ana USD 20 4", "D-1/2/b/ben USD 30 3", "R-1/2/b/ben USD -10 -1");
    }

    @Test
    void eventsCountAsTheyWereKnown() {
        Instant noon = Instant.parse("2026-04-01T12:00:00Z");
        CreditEvent sale = event("D-1", "20").withRecordedAt(noon);
        CreditEvent refund = event("R-1", "-20").withReverses(sale.id()).withRecordedAt(noon.plusSeconds(1));
        CreditAllocator allocator = CreditAllocator.of(rules(OWNER));

        Credits then = allocator.credit(List.of(sale, refund), SalesOrg.none(), END.knownAt(noon));
        assertThat(then.credits()).hasSize(1);
        assertThat(then.omitted())
                .containsExactly(new Omission("not yet recorded at 2026-04-01T12:00:00Z", 1, ImmutableList.of("R-1")));
        assertThat(allocator
                        .credit(List.of(event("D-2", "1")), SalesOrg.none(), END.knownAt(noon))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.event.unrecorded");
        Credits earlier = allocator.credit(List.of(sale, refund), SalesOrg.none(), AsOf.date("2026-03-30"));
        assertThat(earlier.omitted())
                .containsExactly(new Omission("after 2026-03-30", 2, ImmutableList.of("D-1", "R-1")));
        assertThat(earlier.credits()).isEmpty();
    }

    @Test
    void wrongRulesAreNamedAtOnce() {
        CreditRules wrong = rules(
                CreditRule.Split.builder()
                        .id("half")
                        .to(shares("ana", "50%", "ben", "-10%"))
                        .claims(Rate.of("0%"))
                        .build(),
                CreditRule.Exclude.builder()
                        .id("half")
                        .when(OWNER.when())
                        .reason(" ")
                        .build());

        assertThatThrownBy(() -> CreditAllocator.of(wrong))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("share of ben in half must not be negative: -10%")
                .hasMessageContaining("must sum to 100%: they make 40%")
                .hasMessageContaining("must claim more than 0%")
                .hasMessageContaining("rule id 'half' is used by /rules/0 as well");
        assertThat(CreditAllocator.check(rules()))
                .extracting(Finding::code)
                .containsExactly("commission.credit.noSplit");
    }

    private static void refused(CreditRules rules, SalesOrg org, CreditEvent event, String code, String words) {
        Checked<EventCredits> credits = CreditAllocator.of(rules).credit(event, org, END);
        assertThat(credits.value()).isEmpty();
        assertThat(credits.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.text()).contains(words);
        });
    }

    /** The bulk call names the fault as well, and the event has no credit. */
    private static void leftOut(List<CreditEvent> events, String code, String words) {
        Credits credits = CreditAllocator.of(rules(OWNER)).credit(events, SalesOrg.none(), END);
        CreditEvent last = events.get(events.size() - 1);
        assertThat(credits.credits()).extracting(Credit::source).doesNotContain(last.source());
        assertThat(credits.omitted()).extracting(Omission::reason).contains("has errors");
        assertThat(credits.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.text()).contains(words);
        });
    }

    private static CreditRules rules(CreditRule... rules) {
        return CreditRules.builder().id("example").version("1").addRules(rules).build();
    }

    private static CreditRule.Overlay overlay(String id, int priority) {
        return CreditRule.Overlay.builder()
                .id(id)
                .priority(priority)
                .putShares(PayeeId.of("zoe"), Rate.of("20%"))
                .build();
    }

    private static Recipients shares(String... pairs) {
        ImmutableMap.Builder<PayeeId, Rate> shares = ImmutableMap.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            shares.put(PayeeId.of(pairs[i]), Rate.of(pairs[i + 1]));
        }
        return new Recipients.Shares(shares.build());
    }

    private static SalesOrg org() {
        return SalesOrg.builder()
                .hierarchy(Hierarchy.builder()
                        .addLinks(
                                new Hierarchy.Reporting(RepId.of("ana"), RepId.of("max"), DateRange.always()),
                                new Hierarchy.Reporting(RepId.of("ben"), RepId.of("max"), DateRange.always()),
                                new Hierarchy.Reporting(RepId.of("max"), RepId.of("mia"), DateRange.always()))
                        .build())
                .build();
    }

    private static CreditEvent event(String id, String dollars) {
        return CreditEvent.of(id, "ana", "2026-03-31", usd(dollars));
    }

    private static MonetaryAmount usd(String number) {
        return Amounts.of(number, "USD");
    }
}
