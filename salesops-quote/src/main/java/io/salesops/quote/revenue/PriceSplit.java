package io.salesops.quote.revenue;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.quote.revenue.AllocatedPrice.Method;
import io.salesops.quote.revenue.RevenuePolicy.OutsideRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exact allocation of one contract that has passed its check; lives in one call. */
final class PriceSplit {
    private static final Rational TWO = Rational.of(2);

    private final RevenuePolicy policy;
    private final RevenueContract contract;
    final List<Finding> findings = new ArrayList<>();
    /** Stand-alone selling prices, in the order of the contract; none of what the others leave. */
    final Map<ObligationId, Rational> standAlone = new LinkedHashMap<>();

    final Map<ObligationId, Rational> shares = new LinkedHashMap<>();
    final Map<ObligationId, Method> methods = new LinkedHashMap<>();
    final Map<ObligationId, Rational> variable = new LinkedHashMap<>();

    PriceSplit(RevenuePolicy policy, RevenueContract contract) {
        this.policy = policy;
        this.contract = contract;
    }

    void split() {
        for (PerformanceObligation obligation : contract.obligations()) {
            variable.put(obligation.id(), Rational.ZERO);
            price(obligation).ifPresent(price -> standAlone.put(obligation.id(), price));
        }
        Rational base = Amounts.exact(contract.price());
        for (VariableConsideration consideration : contract.variable()) {
            if (consideration.obligations().isEmpty()) {
                base = base.plus(Rational.of(consideration.amount()));
            }
        }
        if (standAlone.size() < contract.obligations().size()) {
            byResidual(base);
        } else {
            byStandAlonePrice(base);
        }
        contract.variable().stream()
                .filter(consideration -> !consideration.obligations().isEmpty())
                .forEach(this::relate);
        shares.forEach((id, share) -> {
            if (share.signum() < 0) {
                findings.add(Finding.error(
                                "revenue.share.negative",
                                "/obligations",
                                "obligation " + id + " would get " + share + ", less than nothing")
                        .maybe("Maybe variable consideration relates to the whole contract."));
            }
        });
    }

    private Optional<Rational> price(PerformanceObligation obligation) {
        return obligation.standAlone().match(new StandAlonePrice.Cases<>() {
            @Override
            public Optional<Rational> observed(StandAlonePrice.Observed price) {
                return Optional.of(Rational.of(price.price()));
            }

            @Override
            public Optional<Rational> range(StandAlonePrice.Range price) {
                return Optional.of(inRange(obligation, obligation.statedPrice().orElseThrow(), price));
            }

            @Override
            public Optional<Rational> costPlus(StandAlonePrice.CostPlus price) {
                return Optional.of(Rational.of(price.cost())
                        .times(Rational.ONE.plus(price.margin().value())));
            }

            @Override
            public Optional<Rational> residual(StandAlonePrice.Residual price) {
                return Optional.empty();
            }
        });
    }

    private Rational inRange(PerformanceObligation obligation, BigDecimal stated, StandAlonePrice.Range range) {
        if (stated.compareTo(range.low()) >= 0 && stated.compareTo(range.high()) <= 0) {
            return Rational.of(stated);
        }
        Rational low = Rational.of(range.low());
        Rational high = Rational.of(range.high());
        Rational taken = policy.outsideRange() == OutsideRange.MIDPOINT
                ? low.plus(high).dividedBy(TWO)
                : Rational.of(stated).max(low).min(high);
        findings.add(Finding.info(
                "revenue.price.outsideRange",
                "/obligations/" + contract.obligations().indexOf(obligation) + "/statedPrice",
                "stated price " + stated + " of " + obligation.id() + " is outside " + range.low() + " to "
                        + range.high() + ": " + taken + " stands for it"));
        return taken;
    }

    /** A discount that belongs to a bundle is taken off before what is left is looked at (606-10-32-38). */
    private void byResidual(Rational base) {
        Rational left = base;
        for (Map.Entry<ObligationId, Rational> entry : standAlone.entrySet()) {
            shares.put(entry.getKey(), entry.getValue());
            methods.put(entry.getKey(), Method.STAND_ALONE);
        }
        for (BundlePrice bundle : contract.bundles()) {
            within(bundle, Rational.of(bundle.price()));
        }
        for (Rational share : shares.values()) {
            left = left.minus(share);
        }
        for (PerformanceObligation obligation : contract.obligations()) {
            if (obligation.standAlone() instanceof StandAlonePrice.Residual range) {
                shares.put(obligation.id(), left);
                methods.put(obligation.id(), Method.RESIDUAL);
                if (left.compareTo(Rational.of(range.low())) < 0 || left.compareTo(Rational.of(range.high())) > 0) {
                    findings.add(Finding.error(
                                    "revenue.residual.range",
                                    "/obligations/" + contract.obligations().indexOf(obligation) + "/standAlone",
                                    "the others leave " + left + " for " + obligation.id()
                                            + ", outside the range of its prices, " + range.low() + " to "
                                            + range.high())
                            .maybe("Maybe estimate its stand-alone price from the market, or from its cost."));
                }
            }
        }
    }

    private void byStandAlonePrice(Rational base) {
        Rational sum = sum(standAlone.keySet());
        if (sum.signum() == 0) {
            findings.add(Finding.error(
                            "revenue.price.standAlone",
                            "/obligations",
                            "every stand-alone price of contract " + contract.id() + " is zero")
                    .maybe("Maybe estimate them from the market."));
            return;
        }
        Rational discount = sum.minus(base);
        if (discount.signum() < 0) {
            findings.add(Finding.warning(
                            "revenue.price.aboveStandAlone",
                            "/price",
                            "transaction price " + base + " is above the sum of stand-alone prices, " + sum)
                    .maybe("Maybe a stand-alone price is out of date."));
        }
        ImmutableList<BundlePrice> bearers =
                discount.signum() > 0 && !contract.bundles().isEmpty() ? bearers(discount) : ImmutableList.of();
        if (bearers.isEmpty()) {
            standAlone.forEach((id, price) -> {
                shares.put(id, base.times(price).dividedBy(sum));
                methods.put(id, Method.RELATIVE);
            });
        } else {
            toBundles(base, bearers);
        }
    }

    /** The bundle whose discount is that of the contract, or all bundles together; none where neither is. */
    private ImmutableList<BundlePrice> bearers(Rational discount) {
        List<BundlePrice> single = contract.bundles().stream()
                .filter(bundle -> bears(List.of(bundle), discount))
                .toList();
        if (single.size() > 1) {
            findings.add(Finding.error(
                            "revenue.bundle.conflict",
                            "/bundles",
                            "the discount of contract " + contract.id() + " could be that of each of these bundles: "
                                    + single.stream()
                                            .map(BundlePrice::obligations)
                                            .toList())
                    .maybe("Maybe keep the evidence that fits the contract."));
        } else if (single.isEmpty() && bears(contract.bundles(), discount)) {
            return contract.bundles();
        } else if (single.isEmpty()) {
            findings.add(Finding.info(
                    "revenue.bundle.discount",
                    "/bundles",
                    "the discount of contract " + contract.id() + " (" + discount
                            + ") is not that of a bundle, and is allocated to all obligations"));
        }
        return ImmutableList.copyOf(single);
    }

    /** Whether the discount of bundles is substantially that of the contract, and they cost enough to bear it. */
    private boolean bears(List<BundlePrice> bundles, Rational discount) {
        Rational apart = Rational.ZERO;
        Rational together = Rational.ZERO;
        for (BundlePrice bundle : bundles) {
            apart = apart.plus(sum(bundle.obligations()));
            together = together.plus(Rational.of(bundle.price()));
        }
        Rational off = apart.minus(together).minus(discount).abs();
        return off.compareTo(discount.times(policy.bundleTolerance().value())) <= 0 && discount.compareTo(apart) <= 0;
    }

    private void toBundles(Rational base, ImmutableList<BundlePrice> bearers) {
        Rational left = base;
        for (Map.Entry<ObligationId, Rational> entry : standAlone.entrySet()) {
            shares.put(entry.getKey(), entry.getValue());
            methods.put(entry.getKey(), Method.STAND_ALONE);
            boolean bundled =
                    bearers.stream().anyMatch(bundle -> bundle.obligations().contains(entry.getKey()));
            left = bundled ? left : left.minus(entry.getValue());
        }
        Rational prices = Rational.ZERO;
        for (BundlePrice bundle : bearers) {
            prices = prices.plus(Rational.of(bundle.price()));
        }
        for (BundlePrice bundle : bearers) {
            // Within the tolerance the contract's discount differs from the bundle's: the bundle bears the contract's.
            Rational share = prices.signum() == 0
                    ? left.dividedBy(Rational.of(bearers.size()))
                    : left.times(Rational.of(bundle.price())).dividedBy(prices);
            within(bundle, share);
        }
    }

    private void within(BundlePrice bundle, Rational price) {
        Rational sum = sum(bundle.obligations());
        for (ObligationId id : bundle.obligations()) {
            Rational weight = sum.signum() == 0
                    ? Rational.of(1, bundle.obligations().size())
                    : standAlone.getOrDefault(id, Rational.ZERO).dividedBy(sum);
            shares.put(id, price.times(weight));
            methods.put(id, Method.BUNDLE);
        }
    }

    /** What varies with some obligations only belongs to them, in proportion to their stand-alone prices. */
    private void relate(VariableConsideration consideration) {
        Rational amount = Rational.of(consideration.amount());
        Rational sum = sum(consideration.obligations());
        for (ObligationId id : consideration.obligations()) {
            Rational weight = sum.signum() == 0
                    ? Rational.of(1, consideration.obligations().size())
                    : standAlone.getOrDefault(id, Rational.ZERO).dividedBy(sum);
            Rational share = amount.times(weight);
            shares.merge(id, share, Rational::plus);
            variable.merge(id, share, Rational::plus);
        }
    }

    private Rational sum(Iterable<ObligationId> ids) {
        Rational sum = Rational.ZERO;
        for (ObligationId id : ids) {
            sum = sum.plus(standAlone.getOrDefault(id, Rational.ZERO));
        }
        return sum;
    }
}
