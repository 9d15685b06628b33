package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.WaterfallStep;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The percentage that a step of the policy takes off a line, and why.
 *
 * @param rate the percentage
 * @param label what the step did, with the names of inputs in braces
 * @param name the name of the one further input; blank where there is none
 * @param value its value
 */
record StepRate(Rate rate, String label, String name, String value) implements Cause {

    @Override
    public ImmutableMap<String, String> inputs() {
        return name.isEmpty()
                ? ImmutableMap.of("rate", rate.toString())
                : ImmutableMap.of("rate", rate.toString(), name, value);
    }

    /** Returns what a step takes off the line; empty where it does not apply. */
    static Optional<StepRate> of(WaterfallStep step, Quote quote, QuoteLine line, Charge charge) {
        return step.match(new WaterfallStep.Cases<Optional<StepRate>>() {
            @Override
            public Optional<StepRate> termSchedule(WaterfallStep.TermSchedule schedule) {
                return charge == Charge.ONE_TIME ? Optional.empty() : longTerm(schedule, line);
            }

            @Override
            public Optional<StepRate> customerDiscount(WaterfallStep.CustomerDiscount discount) {
                return line.discount()
                        .map(rate -> line.reason()
                                .map(reason ->
                                        new StepRate(rate, "customer discount {rate}: {reason}", "reason", reason))
                                .orElseGet(() -> new StepRate(rate, "customer discount {rate}", "", "")));
            }

            @Override
            public Optional<StepRate> partnerDiscount(WaterfallStep.PartnerDiscount discount) {
                return quote.partner()
                        .map(partner -> new StepRate(
                                discount.rate(), "partner discount {rate}: {partner}", "partner", partner.value()));
            }

            @Override
            public Optional<StepRate> promotion(WaterfallStep.Promotion promotion) {
                return quote.promotions().contains(promotion.code())
                        ? Optional.of(
                                new StepRate(promotion.rate(), "promotion {code} {rate}", "code", promotion.code()))
                        : Optional.empty();
            }

            @Override
            public Optional<StepRate> contractedPrice(WaterfallStep.ContractedPrice later) {
                return Optional.empty();
            }

            @Override
            public Optional<StepRate> volumeSchedule(WaterfallStep.VolumeSchedule later) {
                return Optional.empty();
            }

            @Override
            public Optional<StepRate> coupon(WaterfallStep.Coupon later) {
                return Optional.empty();
            }

            @Override
            public Optional<StepRate> floor(WaterfallStep.Floor later) {
                return Optional.empty();
            }

            @Override
            public Optional<StepRate> bestOf(WaterfallStep.BestOf later) {
                return Optional.empty();
            }
        });
    }

    private static Optional<StepRate> longTerm(WaterfallStep.TermSchedule schedule, QuoteLine line) {
        Rational months = line.term().months();
        WaterfallStep.@Nullable LongTerm reached = null;
        for (WaterfallStep.LongTerm rate : schedule.rates()) {
            reached = months.compareTo(Rational.of(rate.atLeast())) >= 0 ? rate : reached;
        }
        return Optional.ofNullable(reached)
                .map(found -> new StepRate(
                        found.rate(),
                        "term discount {rate} from {months} months",
                        "months",
                        Integer.toString(found.atLeast())));
    }
}
