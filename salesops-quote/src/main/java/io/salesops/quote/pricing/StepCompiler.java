package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.ConditionalStep;
import io.salesops.quote.price.WaterfallStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the steps of a policy ready. */
final class StepCompiler implements WaterfallStep.Cases<CompiledStep> {
    private final StepRule rule;

    StepCompiler(StepRule rule) {
        this.rule = rule;
    }

    /** A rate that takes something off whatever price is there. */
    private record Cut(Exact.Ratio left, Cause cause) {
        static Cut of(Rate rate, String label, String name, String value) {
            return new Cut(Exact.Ratio.left(rate.value()), new Cause.Rated(label, rate.value(), name, value));
        }
    }

    @Override
    public CompiledStep contractedPrice(WaterfallStep.ContractedPrice step) {
        return new CompiledStep(step.id(), rule, Optional.empty()) {
            @Override
            Shortcut direct(QuoteContext context) {
                return Shortcut.CONTRACT;
            }

            @Override
            @Nullable
            Cause apply(LinePrice line) {
                return line.contracted();
            }
        };
    }

    @Override
    public CompiledStep bundlePrice(WaterfallStep.BundlePrice step) {
        return new CompiledStep(step.id(), rule, Optional.empty()) {
            @Override
            Shortcut direct(QuoteContext context) {
                return Shortcut.BUNDLE;
            }

            @Override
            @Nullable
            Cause apply(LinePrice line) {
                return line.bundled();
            }
        };
    }

    @Override
    public CompiledStep volumeSchedule(WaterfallStep.VolumeSchedule step) {
        ImmutableList<Slab> slabs = Slab.ofDiscounts(step.tiers());
        TierPrice.Slabs average = new TierPrice.Slabs(slabs);
        List<Cut> cuts = new ArrayList<>();
        long[] bounds = new long[slabs.size()];
        boolean whole = true;
        for (int i = 0; i < slabs.size(); i++) {
            Slab slab = slabs.get(i);
            cuts.add(Cut.of(
                    step.tiers().get(i).rate(),
                    "volume discount {rate} from {quantity} units",
                    "quantity",
                    (slab.boundIn() ? "above " : "") + slab.above()));
            Rational bound = slab.bound().orElse(Rational.of(Long.MAX_VALUE));
            whole &= bound.denominator().bitLength() == 1 && bound.numerator().bitLength() < Long.SIZE;
            bounds[i] = whole
                    ? bound.numerator().longValue()
                            - (slab.boundIn() || slab.bound().isEmpty() ? 0 : 1)
                    : 0;
        }
        ImmutableList<Cut> found = ImmutableList.copyOf(cuts);
        boolean columns = whole;
        Shortcut tiers = columns && step.mode() == WaterfallStep.VolumeSchedule.Mode.RANGE
                ? Shortcut.byQuantity(
                        bounds,
                        found.stream()
                                .map(cut -> Shortcut.cut(cut.left(), cut.cause()))
                                .collect(ImmutableList.toImmutableList()))
                : Shortcut.NONE;
        return new CompiledStep(step.id(), rule, step.products()) {
            @Override
            Shortcut direct(QuoteContext context) {
                return tiers;
            }

            @Override
            @Nullable
            Cause apply(LinePrice line) {
                if (step.mode() == WaterfallStep.VolumeSchedule.Mode.SLAB) {
                    return slabs(line);
                }
                int index = columns && line.isWhole() ? indexOf(line.wholeQuantity()) : indexOf(line.quantity());
                return index < found.size()
                        ? line.cut(found.get(index).left(), found.get(index).cause())
                        : null;
            }

            private int indexOf(long quantity) {
                int index = 0;
                while (index < bounds.length && quantity > bounds[index]) {
                    index++;
                }
                return index;
            }

            private int indexOf(Rational quantity) {
                int index = Slab.indexOf(slabs, quantity);
                return slabs.get(index).reaches(quantity) ? index : found.size();
            }

            private @Nullable Cause slabs(LinePrice line) {
                Rational quantity = line.quantity();
                if (quantity.signum() == 0) {
                    return null;
                }
                Slab last = slabs.get(slabs.size() - 1);
                Rational inside = last.bound().map(quantity::min).orElse(quantity);
                Rational rate = average.price(PriceFacts.of(inside)).dividedBy(quantity);
                return line.cut(
                        Exact.Ratio.left(rate),
                        new Cause.Rated(
                                "volume discount {rate} on average: {calculation}",
                                rate,
                                "calculation",
                                average.calculation(PriceFacts.of(inside), 0)));
            }
        };
    }

    @Override
    public CompiledStep termSchedule(WaterfallStep.TermSchedule step) {
        List<Cut> cuts = new ArrayList<>();
        for (WaterfallStep.LongTerm reached : step.rates()) {
            cuts.add(Cut.of(
                    reached.rate(),
                    "term discount {rate} from {months} months",
                    "months",
                    Integer.toString(reached.atLeast())));
        }
        int[] lengths =
                step.rates().stream().mapToInt(WaterfallStep.LongTerm::atLeast).toArray();
        ImmutableList<Cut> found = ImmutableList.copyOf(cuts);
        Shortcut byTerm = byTerm(lengths, found);
        return new CompiledStep(step.id(), rule, Optional.empty()) {
            @Override
            Shortcut direct(QuoteContext context) {
                return byTerm;
            }

            @Override
            @Nullable
            Cause apply(LinePrice line) {
                if (line.isOneTime()) {
                    return null;
                }
                long months = TermMonths.wholeMonths(line.line().term());
                int reached = -1;
                for (int i = 0; i < lengths.length && lengths[i] <= months; i++) {
                    reached = i;
                }
                return reached < 0
                        ? null
                        : line.cut(found.get(reached).left(), found.get(reached).cause());
            }
        };
    }

    private static Shortcut byTerm(int[] lengths, List<Cut> cuts) {
        long[] bounds = new long[lengths.length + 1];
        ImmutableList.Builder<Shortcut> tiers = ImmutableList.builder();
        tiers.add(Shortcut.SKIP);
        for (int i = 0; i < lengths.length; i++) {
            bounds[i] = lengths[i] - 1L;
            tiers.add(Shortcut.cut(cuts.get(i).left(), cuts.get(i).cause()));
        }
        bounds[lengths.length] = Long.MAX_VALUE;
        return Shortcut.byTerm(bounds, tiers.build());
    }

    @Override
    public CompiledStep customerDiscount(WaterfallStep.CustomerDiscount step) {
        return new CompiledStep(step.id(), rule, Optional.empty()) {
            @Override
            Shortcut direct(QuoteContext context) {
                return Shortcut.ASKED;
            }

            @Override
            @Nullable
            Cause apply(LinePrice line) {
                return line.asked();
            }
        };
    }

    @Override
    public CompiledStep partnerDiscount(WaterfallStep.PartnerDiscount step) {
        Exact.Ratio left = Exact.Ratio.left(step.rate().value());
        Cause.OfLine cause = (line, context) -> new Cause.Rated(
                context.policy().partnersOffList()
                        ? "partner discount {rate} of list: {partner}"
                        : "partner discount {rate}: {partner}",
                step.rate().value(),
                "partner",
                context.partner().orElseThrow().value());
        return new CompiledStep(step.id(), rule, Optional.empty()) {
            @Override
            Shortcut direct(QuoteContext context) {
                if (context.partner().isEmpty()) {
                    return Shortcut.SKIP;
                }
                return context.policy().partnersOffList() ? Shortcut.NONE : Shortcut.cut(left, cause);
            }

            @Override
            @Nullable
            Cause apply(LinePrice line) {
                return line.partner(step, left, cause);
            }
        };
    }

    @Override
    public CompiledStep promotion(WaterfallStep.Promotion step) {
        return new PromotionStep.Percentage(step, rule);
    }

    @Override
    public CompiledStep coupon(WaterfallStep.Coupon step) {
        return new PromotionStep.Amount(step, rule);
    }

    @Override
    public CompiledStep floor(WaterfallStep.Floor step) {
        return new CompiledStep(step.id(), rule, Optional.empty()) {
            @Override
            Shortcut direct(QuoteContext context) {
                return Shortcut.FLOOR;
            }

            @Override
            @Nullable
            Cause apply(LinePrice line) {
                return line.raiseToFloor();
            }
        };
    }

    @Override
    public CompiledStep bestOf(WaterfallStep.BestOf step) {
        ImmutableList.Builder<CompiledStep> compiled = ImmutableList.builder();
        for (int i = 0; i < step.steps().size(); i++) {
            WaterfallStep member = step.steps().get(i);
            compiled.add(CompiledStep.of(member, rule));
        }
        ImmutableList<CompiledStep> members = compiled.build();
        return new CompiledStep(step.id(), rule, Optional.empty()) {
            @Override
            @Nullable
            Cause apply(LinePrice line) {
                return line.best(members);
            }
        };
    }

    @Override
    public CompiledStep conditional(ConditionalStep step) {
        return new CompiledCondition(step, rule);
    }
}
