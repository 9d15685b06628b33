package io.salesops.quote.revenue;

import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a contract from which revenue is to be recognised. */
final class RevenueCheck {
    private final RevenuePolicy policy;
    private final RevenueContract contract;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<ObligationId, PerformanceObligation> known = new HashMap<>();

    private RevenueCheck(RevenuePolicy policy, RevenueContract contract) {
        this.policy = policy;
        this.contract = contract;
    }

    static List<Finding> of(RevenuePolicy policy, RevenueContract contract) {
        RevenueCheck check = new RevenueCheck(policy, contract);
        check.obligations();
        check.bundles();
        check.variable();
        check.total();
        return check.findings;
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }

    private void obligations() {
        if (contract.obligations().isEmpty()) {
            error(
                    "revenue.contract.empty",
                    "/obligations",
                    "contract " + contract.id() + " promises nothing",
                    "Maybe add its performance obligations.");
        }
        Optional<ObligationId> residual = Optional.empty();
        for (int i = 0; i < contract.obligations().size(); i++) {
            PerformanceObligation obligation = contract.obligations().get(i);
            String path = "/obligations/" + i;
            if (known.put(obligation.id(), obligation) != null) {
                error(
                        "revenue.obligation.duplicate",
                        path + "/id",
                        "obligation " + obligation.id() + " is there twice",
                        "Maybe give one of them another id.");
            }
            standAlone(path + "/standAlone", obligation);
            if (isResidual(obligation)) {
                if (residual.isPresent()) {
                    error(
                            "revenue.obligation.residual",
                            path + "/standAlone",
                            "obligations " + residual.get() + " and " + obligation.id()
                                    + " cannot both be what the others leave",
                            "Maybe estimate the price of one of them.");
                }
                residual = Optional.of(obligation.id());
            }
        }
    }

    static boolean isResidual(PerformanceObligation obligation) {
        return obligation.standAlone() instanceof StandAlonePrice.Residual;
    }

    private void standAlone(String path, PerformanceObligation obligation) {
        obligation.standAlone().match(new StandAlonePrice.Cases<Boolean>() {
            @Override
            public Boolean observed(StandAlonePrice.Observed price) {
                return notNegative(path + "/price", price.price());
            }

            @Override
            public Boolean range(StandAlonePrice.Range price) {
                if (obligation.statedPrice().isEmpty()) {
                    error(
                            "revenue.obligation.statedPrice",
                            path,
                            "a range of prices says nothing about " + obligation.id() + " without its stated price",
                            "Maybe add statedPrice, or state one observed price.");
                }
                return ordered(path, price.low(), price.high());
            }

            @Override
            public Boolean costPlus(StandAlonePrice.CostPlus price) {
                if (price.margin().value().compareTo(Rational.of(-1)) < 0) {
                    error(
                            "revenue.price.margin",
                            path + "/margin",
                            "a margin of " + price.margin() + " makes a negative price of " + obligation.id(),
                            "Maybe the sign is wrong.");
                }
                return notNegative(path + "/cost", price.cost());
            }

            @Override
            public Boolean residual(StandAlonePrice.Residual price) {
                return ordered(path, price.low(), price.high());
            }
        });
    }

    private boolean ordered(String path, BigDecimal low, BigDecimal high) {
        if (low.compareTo(high) > 0) {
            error(
                    "revenue.price.range",
                    path,
                    "the low end of a range is above its high end: " + low + " to " + high,
                    "Maybe swap them.");
        }
        return notNegative(path + "/low", low);
    }

    private boolean notNegative(String path, BigDecimal amount) {
        if (amount.signum() < 0) {
            error("revenue.price.negative", path, "price must not be negative: " + amount, "Maybe the sign is wrong.");
        }
        return amount.signum() >= 0;
    }

    private void bundles() {
        Set<ObligationId> bundled = new HashSet<>();
        for (int i = 0; i < contract.bundles().size(); i++) {
            BundlePrice bundle = contract.bundles().get(i);
            String path = "/bundles/" + i;
            notNegative(path + "/price", bundle.price());
            if (bundle.obligations().size() < 2) {
                error(
                        "revenue.bundle.size",
                        path + "/obligations",
                        "a bundle holds at least two obligations: " + bundle.obligations(),
                        "Maybe state its price as an observed one.");
            }
            for (ObligationId id : bundle.obligations()) {
                named(path + "/obligations", id)
                        .filter(RevenueCheck::isResidual)
                        .ifPresent(obligation -> error(
                                "revenue.bundle.residual",
                                path + "/obligations",
                                "obligation " + id + " is what the others leave and cannot be in a bundle",
                                "Maybe leave it out of the bundle."));
                if (!bundled.add(id)) {
                    error(
                            "revenue.bundle.overlap",
                            path + "/obligations",
                            "obligation " + id + " is in two bundles",
                            "Maybe keep the bundle that is sold regularly.");
                }
            }
        }
    }

    private void variable() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < contract.variable().size(); i++) {
            VariableConsideration variable = contract.variable().get(i);
            String path = "/variable/" + i;
            if (!ids.add(variable.id())) {
                error(
                        "revenue.variable.duplicate",
                        path + "/id",
                        "variable consideration '" + variable.id() + "' is there twice",
                        "Maybe give one of them another id.");
            }
            boolean residual = false;
            for (ObligationId id : variable.obligations()) {
                residual |= named(path + "/obligations", id)
                        .filter(RevenueCheck::isResidual)
                        .isPresent();
            }
            if (residual && variable.obligations().size() > 1) {
                error(
                        "revenue.variable.residual",
                        path + "/obligations",
                        "'" + variable.id() + "' cannot be split by stand-alone price, because one of "
                                + variable.obligations() + " has none",
                        "Maybe relate it to one obligation, or to the whole contract.");
            }
        }
    }

    private Optional<PerformanceObligation> named(String path, ObligationId id) {
        PerformanceObligation obligation = known.get(id);
        if (obligation == null) {
            error(
                    "revenue.obligation.unknown",
                    path,
                    "contract " + contract.id() + " has no obligation " + id,
                    "Maybe it is one of " + known.keySet().stream().sorted().toList() + ".");
        }
        return Optional.ofNullable(obligation);
    }

    private void total() {
        if (contract.price().getCurrency().getDefaultFractionDigits() < 0
                && policy.rounding().scale().isEmpty()) {
            error(
                    "revenue.price.currency",
                    "/price",
                    "currency " + contract.price().getCurrency() + " has no minor units of its own",
                    "Maybe state the scale in the revenue policy.");
            return;
        }
        int scale = policy.rounding().scaleOf(contract.price().getCurrency());
        BigDecimal total = Amounts.number(contract.price());
        for (VariableConsideration variable : contract.variable()) {
            total = total.add(variable.amount());
        }
        if (Amounts.number(contract.price()).signum() < 0 || total.signum() < 0) {
            error(
                    "revenue.price.negative",
                    "/price",
                    "transaction price must not be negative: " + contract.price() + ", " + total
                            + " with what is variable",
                    "Maybe a refund is a change of the contract.");
        }
        if (total.stripTrailingZeros().scale() > scale) {
            error(
                    "revenue.price.decimals",
                    "/price",
                    "transaction price " + total + " has more than " + scale + " decimals",
                    "Maybe round it, or state a larger scale in the revenue policy.");
        }
    }
}
