package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.WaterfallStep;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that acts where the quote carries a code, as far as its limits reach. Immutable and thread-safe. */
abstract class PromotionStep extends CompiledStep {
    private final String code;
    private final Optional<Rational> quantityPerLine;

    PromotionStep(
            String id,
            StepRule rule,
            String code,
            Optional<ImmutableSet<ProductId>> products,
            Optional<PromotionLimits> limits) {
        super(id, rule, products);
        this.code = code;
        this.quantityPerLine = limits.flatMap(PromotionLimits::quantityPerLine).map(Rational::of);
    }

    String code() {
        return code;
    }

    @Override
    @Nullable
    Cause apply(LinePrice line) {
        PromotionState state = line.promotion(code);
        return state == null ? null : apply(line, state);
    }

    abstract @Nullable Cause apply(LinePrice line, PromotionState state);

    @Override
    Shortcut direct(QuoteContext context) {
        return context.promotion(code) == null ? Shortcut.SKIP : Shortcut.NONE;
    }

    /** The units of a line that the promotion reaches. */
    Rational reached(LinePrice line) {
        return quantityPerLine.map(line.quantity()::min).orElse(line.quantity());
    }

    boolean reachesAll() {
        return quantityPerLine.isEmpty();
    }

    /** A percentage. */
    static final class Percentage extends PromotionStep {
        private final Rational rate;
        private final Exact.Ratio left;
        private final Cause cause;

        Percentage(WaterfallStep.Promotion step, StepRule rule) {
            super(step.id(), rule, step.code(), step.products(), step.limits());
            this.rate = step.rate().value();
            this.left = Exact.Ratio.left(rate);
            this.cause = new Cause.Rated("promotion {code} {rate}", rate, "code", step.code());
        }

        @Override
        Shortcut direct(QuoteContext context) {
            PromotionState state = context.promotion(code());
            return state != null && reachesAll() && !state.isBounded()
                    ? Shortcut.cut(left, cause)
                    : super.direct(context);
        }

        @Override
        @Nullable
        Cause apply(LinePrice line, PromotionState state) {
            if (reachesAll() && !state.isBounded()) {
                return line.cut(left, cause);
            }
            if (line.quantity().signum() == 0) {
                return null;
            }
            Rational reached = reached(line).dividedBy(line.quantity());
            state.add(line.price().value().times(rate).times(reached));
            Rational share = reached.times(state.factor());
            Cause limited = share.equals(Rational.ONE)
                    ? cause
                    : new Cause.Told(
                            "promotion {code} {rate} on {share} of the line",
                            ImmutableMap.of(
                                    "code", code(),
                                    "rate", cause.inputs().getOrDefault("rate", ""),
                                    "share", share.toString()));
            return line.cut(Exact.Ratio.left(rate.times(share)), limited);
        }
    }

    /** An amount. */
    static final class Amount extends PromotionStep {
        private final WaterfallStep.Coupon step;

        Amount(WaterfallStep.Coupon step, StepRule rule) {
            super(step.id(), rule, step.code(), step.products(), step.limits());
            this.step = step;
        }

        @Override
        @Nullable
        Cause apply(LinePrice line, PromotionState state) {
            if (line.quantity().signum() == 0 && step.per() == WaterfallStep.Coupon.Per.UNIT) {
                return null;
            }
            Rational price = line.price().value();
            Rational full;
            if (step.per() == WaterfallStep.Coupon.Per.UNIT) {
                Rational units = reached(line);
                Rational pricedUnits = price.times(units).dividedBy(line.quantity());
                full = state.amount().times(units).times(line.months()).min(pricedUnits);
            } else {
                full = state.amount().min(price);
            }
            state.add(full);
            line.reduce(full.times(state.factor()));
            return new Cause.Told(
                    step.per() == WaterfallStep.Coupon.Per.UNIT
                            ? "coupon {code}: {amount} off each of {units} units"
                            : "coupon {code}: {amount} off the line",
                    ImmutableMap.of(
                            "code",
                            code(),
                            "amount",
                            step.amount().toString(),
                            "units",
                            Figures.grouped(reached(line), 0)));
        }
    }
}
