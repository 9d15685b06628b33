package io.salesops.examples;

import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Conversion;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.pipeline.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** Brings sums of several currencies into the currency of reports, each by the rate that holds on the day of the run. */
final class ReportCurrency {
    private final LeadToCashState state;
    private final CurrencyUnit currency;

    ReportCurrency(LeadToCashState state) {
        this.state = state;
        this.currency = state.mapping.currency();
    }

    /** Prints the total with the rates used, or the rates that are missing; nothing where there is nothing to convert. */
    void print(String name, MetricValue value, Printer out) {
        if (!(value instanceof MetricValue.Money money)
                || money.perCurrency().keySet().stream().allMatch(currency.getCurrencyCode()::equals)) {
            return;
        }
        List<MonetaryAmount> converted = new ArrayList<>();
        List<DatedRate> rates = new ArrayList<>();
        List<Finding> missing = new ArrayList<>();
        for (MonetaryAmount amount : money.perCurrency().values()) {
            state.definitions()
                    .rates()
                    .convert(amount, currency, state.asOf.date(), RoundingPolicy.halfUp())
                    .match(conversion -> add(conversion, converted, rates), missing::addAll);
        }
        if (missing.isEmpty()) {
            out.line(
                    "%s in %s = %s, at %s",
                    name,
                    currency.getCurrencyCode(),
                    Printer.text(Amounts.sum(converted, currency)),
                    rates.stream().map(DatedRate::toString).collect(Collectors.joining(", ")));
        } else {
            out.line("%s cannot be given in %s:", name, currency.getCurrencyCode());
            missing.forEach(finding -> out.line("  %s", finding.text()));
        }
    }

    private static boolean add(Conversion conversion, List<MonetaryAmount> converted, List<DatedRate> rates) {
        conversion.rate().ifPresent(rates::add);
        return converted.add(conversion.converted());
    }
}
