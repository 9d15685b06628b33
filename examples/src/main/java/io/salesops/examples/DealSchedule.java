package io.salesops.examples;

import io.salesops.core.finding.Checked;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.quote.billing.BillingPlan;
import io.salesops.quote.billing.BillingPolicy;
import io.salesops.quote.billing.BillingScheduler;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.ContractId;
import io.salesops.quote.document.Term;
import io.salesops.quote.pricing.PricedLine;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.revenue.PerformanceObligation;
import io.salesops.quote.revenue.PriceAllocation;
import io.salesops.quote.revenue.Recognition;
import io.salesops.quote.revenue.RevenueAllocator;
import io.salesops.quote.revenue.RevenueContract;
import io.salesops.quote.revenue.RevenuePolicy;
import io.salesops.quote.revenue.RevenueSchedule;
import io.salesops.quote.revenue.RevenueScheduler;
import io.salesops.quote.revenue.StandAlonePrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;

/** Bills a quote month by month, and recognises its revenue by the list prices of its lines. */
final class DealSchedule {
    private static final BillingPolicy MONTHLY =
            BillingPolicy.builder().id("monthly").version("1").build();
    private static final RevenuePolicy ASC_606 =
            RevenuePolicy.builder().id("asc606").version("1").build();
    private static final FiscalCalendar CALENDAR = FiscalCalendar.startingIn(Month.JANUARY);

    private DealSchedule() {}

    static void print(PricedQuote quote, Printer out) {
        print(BillingScheduler.of(MONTHLY).plan(quote), DealSchedule::invoices, out);
        Checked<PriceAllocation> allocation = RevenueAllocator.of(ASC_606).allocate(contract(quote));
        Checked<RevenueSchedule> revenue =
                allocation.match(RevenueScheduler.of(ASC_606, CALENDAR)::schedule, Checked::refused);
        print(revenue, DealSchedule::years, out);
    }

    private static <T> void print(Checked<T> checked, Function<T, String> words, Printer out) {
        checked.value().ifPresent(value -> out.line("%s", words.apply(value)));
        out.findings(checked.findings());
    }

    private static String invoices(BillingPlan plan) {
        int invoices = plan.invoices().size();
        if (invoices == 0) {
            return "nothing to bill";
        }
        Map.Entry<LocalDate, MonetaryAmount> first =
                plan.invoices().entrySet().iterator().next();
        return "billed in " + invoices + (invoices == 1 ? " invoice, on " : " invoices, the first on ")
                + first.getKey() + " of "
                + Printer.text(first.getValue()) + ", in all " + Printer.text(plan.total());
    }

    /** What each line promises is a performance obligation, sold alone at its list price. */
    private static RevenueContract contract(PricedQuote quote) {
        RevenueContract.Builder contract = RevenueContract.builder()
                .id(ContractId.of("C-" + quote.quote().id()))
                .price(quote.net());
        for (PricedLine line : quote.lines()) {
            BigDecimal list = Amounts.number(line.list());
            if (list.signum() > 0) {
                contract.addObligations(
                        PerformanceObligation.of(line.id().value(), StandAlonePrice.observed(list.toPlainString()))
                                .withRecognition(recognition(line)));
            }
        }
        return contract.build();
    }

    private static Recognition recognition(PricedLine line) {
        Term term = line.line().term();
        return line.charge() == Offering.Charge.ONE_TIME
                ? new Recognition.PointInTime(term.from())
                : Recognition.daily(DateRange.of(term.from(), term.before()));
    }

    private static String years(RevenueSchedule revenue) {
        Map<Integer, MonetaryAmount> years = new TreeMap<>();
        for (Map.Entry<FiscalPeriod, MonetaryAmount> month : revenue.byPeriod().entrySet()) {
            years.merge(
                    month.getKey().before().minus(1, ChronoUnit.DAYS).getYear(),
                    month.getValue(),
                    (first, second) -> Amounts.of(first.add(second)));
        }
        return "revenue " + Printer.text(revenue.total()) + ": "
                + years.entrySet().stream()
                        .map(year -> Printer.text(year.getValue()) + " in " + year.getKey())
                        .collect(Collectors.joining(", "));
    }
}
