package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.DealReader;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** The state of one forecast. */
final class ForecastRun {
    private static final String DEFAULT_CURRENCY = "USD";

    private final SalesProcess process;
    private final ForecastOptions options;
    private final Provenance.Input definition;
    private final ImmutableList<Opportunity> given;
    private final AsOf asOf;
    private final CurrencyUnit currency;

    ForecastRun(
            SalesProcess process,
            ForecastOptions options,
            Provenance.Input definition,
            ImmutableList<Opportunity> given,
            AsOf asOf) {
        this.process = process;
        this.options = options;
        this.definition = definition;
        this.given = given;
        this.asOf = asOf;
        this.currency = options.currency().orElseGet(() -> commonest(given, asOf));
    }

    /** The currency of most deals that are known on the day; the first code of several. */
    static CurrencyUnit commonest(Iterable<Opportunity> deals, AsOf asOf) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Opportunity deal : deals) {
            if (DealReader.began(deal, asOf)
                    .filter(day -> !day.isAfter(asOf.date()))
                    .isPresent()) {
                deal.lines().stream()
                        .flatMap(line -> line.list().stream())
                        .findFirst()
                        .or(deal::amount)
                        .ifPresent(amount -> counts.merge(amount.getCurrency().getCurrencyCode(), 1, Integer::sum));
            }
        }
        String best = DEFAULT_CURRENCY;
        int most = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (count.getValue() > most) {
                best = count.getKey();
                most = count.getValue();
            }
        }
        return Monetary.getCurrency(best);
    }

    private KnownDeals known(LocalDate day) {
        return KnownDealsReader.read(process, currency, given, asOf.withDate(day));
    }

    Forecast forecast(FiscalPeriod period) {
        KnownDeals now = known(asOf.date());
        int observedFrom = options.observedFrom()
                        .map(day -> Math.toIntExact(day.toEpochDay()))
                        .orElseGet(now::firstClose)
                - 1;
        Horizon horizon = Horizon.of(period, asOf.date());
        HazardForecast hazards = HazardForecast.of(now, horizon, observedFrom);
        EarlierPeriods earlier = EarlierPeriods.of(
                period, asOf.date(), observedFrom, options.method() != ForecastMethod.HAZARD, now, this::known);
        ForecastParts parts = new ForecastParts(process, options, now, horizon, observedFrom, hazards, earlier);
        Map<ForecastMethod, PartList> byMethod = new TreeMap<>();
        for (ForecastMethod method : ForecastMethod.values()) {
            byMethod.put(method, parts.of(method, currency));
        }
        PartList chosen = byMethod.getOrDefault(options.method(), new PartList(currency));
        ImmutableSortedMap.Builder<ForecastMethod, MonetaryAmount> methods = ImmutableSortedMap.naturalOrder();
        byMethod.forEach((method, list) -> methods.put(method, list.amount(list.sum())));
        double deviation = horizon.daysLeft() == 0 ? 0 : earlier.commonDeviation(options.commonDeviation());
        Forecast.Builder forecast = Forecast.builder()
                .period(period)
                .day(asOf.date())
                .observedFrom(LocalDate.ofEpochDay(observedFrom + 1L))
                .method(options.method())
                .expected(chosen.amount(chosen.sum()))
                .parts(chosen.parts())
                .bookings(bookings(parts, hazards, chosen, deviation))
                .commonDeviation(deviation)
                .methods(methods.build())
                .omitted(now.omitted)
                .explanation(explanation(period, chosen))
                .computedFrom(provenance(now));
        if (options.method() == ForecastMethod.HAZARD || options.method() == ForecastMethod.COMBINED) {
            forecast.addAllDeals(deals(hazards, chosen));
        }
        return forecast.findings(new ForecastFindings(now, horizon, observedFrom, hazards, earlier, chosen)
                        .all(options, byMethod))
                .build();
    }

    private Bookings bookings(ForecastParts parts, HazardForecast hazards, PartList chosen, double deviation) {
        long booked = PartList.units(parts.booked());
        double rest = chosen.sum() - booked;
        TotalDistribution independent = parts.distribution(hazards);
        if (rest <= 0 || independent.mean() == 0) {
            return new Bookings(chosen.amount(chosen.sum()), chosen.amount(1), ImmutableList.of(1.0));
        }
        double[] mixed = independent.mixed(rest, deviation);
        return new Bookings(
                chosen.amount(booked), chosen.amount(independent.step()), Bookings.boxed(mixed, mixed.length));
    }

    private static ImmutableList<DealChance> deals(HazardForecast hazards, PartList list) {
        KnownDeals known = hazards.deals;
        ImmutableList.Builder<DealChance> deals = ImmutableList.builder();
        for (int i = 0; i < known.size; i++) {
            if (known.isOpen(i)) {
                deals.add(new DealChance(
                        OpportunityId.of(known.ids[i]),
                        ForecastParts.stageName(known, i),
                        hazards.age(i),
                        hazards.byHazard[i],
                        hazards.effects.ofProduct(i),
                        hazards.effects.ofOwner(i),
                        hazards.effects.size(i),
                        hazards.chance[i],
                        list.amount(PartList.units(hazards.price(i)))));
            }
        }
        return deals.build();
    }

    private Explanation explanation(FiscalPeriod period, PartList list) {
        RuleRef rule = new RuleRef(process.id(), process.version(), "/stages");
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (ForecastPart.Kind kind : ForecastPart.Kind.values()) {
            ImmutableList<ForecastPart> parts =
                    list.parts().stream().filter(part -> part.kind() == kind).collect(ImmutableList.toImmutableList());
            if (!parts.isEmpty()) {
                MonetaryAmount sum = Amounts.sum(Iterables.transform(parts, ForecastPart::amount), currency);
                steps.add(Step.builder()
                        .rule(rule)
                        .label(kind.words())
                        .amount(quantity(sum))
                        .parts(parts.stream()
                                .map(part -> Step.of(rule, part.name(), quantity(part.amount())))
                                .collect(ImmutableList.toImmutableList()))
                        .build());
            }
        }
        return new Explanation.Sum(
                "expected bookings " + period.name() + " on " + asOf.date() + ", method "
                        + SalesOpsJson.write(options.method()).replace("\"", ""),
                quantity(list.amount(list.sum())),
                steps.build());
    }

    private Quantity quantity(MonetaryAmount amount) {
        return Quantity.of(Amounts.number(amount), currency.getCurrencyCode());
    }

    private Provenance provenance(KnownDeals now) {
        return Provenance.builder()
                .engine("Forecaster")
                .putInputs("process", definition)
                .putInputs("options", new Provenance.Input("options", "1", SalesOpsJson.fingerprint(options)))
                .putInputs("asOf", new Provenance.Input(asOf.date().toString(), "1", SalesOpsJson.fingerprint(asOf)))
                .putInputs(
                        "deals",
                        new Provenance.Input(
                                "deals",
                                now.size + " known",
                                Fingerprint.ofFacts(Iterables.transform(given, Opportunity::toString))))
                .build();
    }
}
