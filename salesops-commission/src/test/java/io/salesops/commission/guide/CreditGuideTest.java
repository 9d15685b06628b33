package io.salesops.commission.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditAllocator;
import io.salesops.commission.credit.CreditConverter;
import io.salesops.commission.credit.CreditEvent;
import io.salesops.commission.credit.CreditEventId;
import io.salesops.commission.credit.CreditExchange;
import io.salesops.commission.credit.CreditFrame;
import io.salesops.commission.credit.CreditRules;
import io.salesops.commission.credit.CreditStream;
import io.salesops.commission.credit.Credits;
import io.salesops.commission.credit.EventCredits;
import io.salesops.commission.credit.EventLine;
import io.salesops.commission.credit.ExchangeDay;
import io.salesops.commission.credit.SalesOrg;
import io.salesops.commission.quota.DatedAmount;
import io.salesops.commission.quota.DayBlend;
import io.salesops.commission.quota.PayeeQuota;
import io.salesops.commission.quota.QuotaBook;
import io.salesops.commission.quota.QuotaCalculator;
import io.salesops.commission.quota.QuotaFacts;
import io.salesops.commission.quota.QuotaPolicy;
import io.salesops.commission.testkit.CreditExchangeArbitraries;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.RateTable;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class CreditGuideTest {
    private static final String RULES = """
            {"schema": "salesops/credit-rules/1", "id": "emea", "version": "3",
             "rules": [
               {"kind": "exclude", "id": "internal", "when": {"field": "account", "is": "A-1"}, "reason": "internal deal"},
               {"kind": "split", "id": "platform", "priority": 10, "when": {"field": "product", "is": "PLATFORM"},
                "to": {"kind": "shares", "shares": {"ana": "60%", "ben": "40%"}}},
               {"kind": "split", "id": "rest", "priority": 100, "to": {"kind": "owner"}},
               {"kind": "overlay", "id": "specialist", "when": {"field": "product", "is": "PLATFORM"},
                "shares": {"zoe": "20%"}}],
             "rollUps": [{"id": "managers", "levels": 1}]}""";

    private static final String POLICY = """
            {"schema": "salesops/quota-policy/1", "id": "emea", "version": "1",
             "periods": {"calendar": {}, "every": "month"},
             "days": "inclusive", "dayCount": "ACT/ACT ICMA", "leave": "reduces", "ramp": ["50%", "75%"]}""";

    private static MonetaryAmount usd(String number) {
        return Amounts.of(number, "USD");
    }

    private static SalesOrg org() {
        return SalesOrg.builder()
                .hierarchy(Hierarchy.builder()
                        .addLinks(new Hierarchy.Reporting(RepId.of("ana"), RepId.of("max"), DateRange.always()))
                        .build())
                .build();
    }

    @Test
    void everyEventSaysWhoIsCreditedAndWhy() {
        String json = RULES;
        SalesOrg org = org();
        // snippet:credit-event
        CreditRules rules = SalesOpsJson.read(json, CreditRules.class).orThrow();
        CreditAllocator allocator = CreditAllocator.of(rules);
        CreditEvent deal = CreditEvent.of("D-7", "ana", "2026-03-31", usd("120000"))
                .withLines(EventLine.of("1", "PLATFORM", usd("100000")), EventLine.of("2", "TRAINING", usd("20000")));
        EventCredits credits =
                allocator.credit(deal, org, AsOf.date("2026-03-31")).orThrow();
        String why = credits.explain();
        // end
        assertThat(why).isEqualTo("""
                USD 220,000.00  D-7 of USD 120,000 on 2026-03-31, rules emea v3
                  +100,000.00  line 1, split  [emea 3]
                     +60,000.00  ana, 60% by platform, product is PLATFORM: PLATFORM  [emea 3 /rules/1]
                     +40,000.00  ben, 40% by platform, product is PLATFORM: PLATFORM  [emea 3 /rules/1]
                   +20,000.00  line 1, on top  [emea 3]
                     +20,000.00  zoe, 20% by specialist, product is PLATFORM: PLATFORM  [emea 3 /rules/3]
                   +60,000.00  line 1, rolled up  [emea 3]
                     +60,000.00  max, 100% of ana, level 1 of managers  [emea 3 /rollUps/0]
                   +20,000.00  line 2, split  [emea 3]
                     +20,000.00  ana, 100% by rest  [emea 3 /rules/2]
                   +20,000.00  line 2, rolled up  [emea 3]
                     +20,000.00  max, 100% of ana, level 1 of managers  [emea 3 /rollUps/0]""");
    }

    @Test
    void aRefundTakesFromThoseWhoHave() {
        CreditAllocator allocator =
                CreditAllocator.of(SalesOpsJson.read(RULES, CreditRules.class).orThrow());
        SalesOrg org = org();
        CreditEvent deal = CreditEvent.of("D-7", "ana", "2026-03-31", usd("100"));
        // snippet:credit-refund
        CreditEvent refund =
                CreditEvent.of("R-7", "ana", "2026-05-04", usd("-40")).withReverses(deal.id());
        Credits credits = allocator.credit(List.of(deal, refund), org, AsOf.date("2026-12-31"));
        // end
        assertThat(credits.credits())
                .extracting(credit -> credit.payee() + " " + credit.amount())
                .containsExactly("ana USD 100", "max USD 100", "ana USD -40", "max USD -40");
        assertThat(refund.reverses()).contains(CreditEventId.of("D-7"));
    }

    @Test
    void columnsHoldMillions() {
        List<Credit> credits = List.of(Credit.of("C-1", "ana", "2026-03-31", usd("10.50")));
        CurrencyUnit usd = Monetary.getCurrency("USD");
        long running = 0;
        // snippet:credit-frame
        CreditFrame frame = CreditFrame.of(credits, usd).orThrow();
        for (int payee = 0; payee < frame.payees().size(); payee++) {
            for (int row = frame.start(payee); row < frame.end(payee); row++) {
                running += frame.minor(row);
            }
        }
        // end
        assertThat(running).isEqualTo(1050);

        Map<String, Long> totals = new TreeMap<>();
        List<Credit> sortedByPayee = new ArrayList<>(credits);
        // snippet:credit-stream
        CreditStream stream = CreditStream.into(
                usd, (payee, rows) -> totals.put(payee.value(), rows.orThrow().total(0, 0, DateRange.always())));
        for (Credit credit : sortedByPayee) {
            stream.add(credit);
        }
        long rows = stream.finish();
        // end
        assertThat(rows).isEqualTo(1);
        assertThat(totals).containsEntry("ana", 1050L);
    }

    @Test
    void creditsAreConvertedByTheDayThatWasAgreed() {
        List<Credit> credits = List.of(Credit.of("C-1", "ana", "2026-05-10", usd("100")));
        RateTable table = CreditExchangeArbitraries.rates();
        // snippet:credit-exchange
        CreditExchange exchange = CreditExchange.builder()
                .id("emea")
                .version("1")
                .currency(Monetary.getCurrency("EUR"))
                .on(new ExchangeDay.EventDate())
                .build();
        String why = CreditConverter.of(exchange)
                .convert(credits, AsOf.date("2026-12-31").rates(table))
                .explain();
        // end
        assertThat(why).isEqualTo("""
                EUR 93.00  credits in EUR by emea v1
                  +93.00  C-1, USD 100 at 0.93 of 2026-05-10  [emea 1 /on]""");
    }

    @Test
    void aQuotaSaysHowItCameAbout() {
        Quota agreed = Quota.builder()
                .owner(RepId.of("ana"))
                .measure("bookings")
                .period(DateRange.of("2026-01-01", "2027-01-01"))
                .amount(usd("120000"))
                .build();
        String json = POLICY;
        // snippet:credit-quota
        QuotaPolicy policy = SalesOpsJson.read(json, QuotaPolicy.class).orThrow();
        QuotaFacts ana = QuotaFacts.builder()
                .owner(RepId.of("ana"))
                .measure("bookings")
                .quotas(QuotaBook.of(agreed))
                .employed(DateRange.from(LocalDate.of(2026, 6, 16)))
                .build();
        PayeeQuota june = QuotaCalculator.of(policy)
                .quota(ana, LocalDate.of(2026, 6, 30), AsOf.date("2026-06-30"))
                .orThrow();
        String why = june.explain();
        // end
        assertThat(why).isEqualTo("""
                USD 2,500.00  ana bookings from 2026-06-01 to before 2026-07-01, policy emea v1: carries 25%
                  +10,000.00  agreed, version 1: agreed  [emea 1]
                   -5,000.00  days not there, ACT/ACT ICMA, inclusive  [emea 1]
                   -2,500.00  ramp  [emea 1]""");

        Instant now = Instant.parse("2026-07-01T09:00:00Z");
        QuotaBook book = ana.quotas();
        // snippet:credit-relief
        QuotaBook relieved =
                book.relieve(agreed.withAmount(usd("90000")), Optional.empty(), "key account insolvent", now);
        // end
        assertThat(relieved.versions()).hasSize(2);

        DateRange year = agreed.period();
        // snippet:credit-blend
        MonetaryAmount bonus = DayBlend.of(policy)
                .blend(
                        year,
                        List.of(
                                new DatedAmount(DateRange.of("2026-01-01", "2026-06-01"), usd("20000")),
                                new DatedAmount(DateRange.of("2026-06-01", "2027-01-01"), usd("24000"))))
                .orThrow()
                .amount();
        // end
        assertThat(bonus).isEqualTo(usd("22345.21"));
    }
}
