package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.UsageModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with one price model. */
final class ModelCheck implements PriceModel.Cases<List<Finding>> {
    private final String path;
    private final String name;
    private final List<Finding> findings = new ArrayList<>();

    private ModelCheck(String path, String name) {
        this.path = path;
        this.name = name;
    }

    /** Returns the findings of a model that stands at the path; messages call it by the name. */
    static List<Finding> check(PriceModel model, String path, String name) {
        return model.match(new ModelCheck(path, name));
    }

    /** Every price that one unit, one tier or one package of the model may have. */
    static ImmutableList<BigDecimal> unitPrices(PriceModel model) {
        if (model instanceof PriceModel.PerUnit price) {
            return ImmutableList.of(price.unit());
        } else if (model instanceof PriceModel.Graduated price) {
            return units(price.tiers());
        } else if (model instanceof PriceModel.Volume price) {
            return units(price.tiers());
        } else if (model instanceof PriceModel.PerPackage price) {
            return ImmutableList.of(price.price());
        } else if (model instanceof UsageModel usage) {
            return unitPrices(usage.price());
        }
        return ImmutableList.of();
    }

    private static ImmutableList<BigDecimal> units(List<PriceTier> tiers) {
        return tiers.stream().map(PriceTier::unit).collect(ImmutableList.toImmutableList());
    }

    @Override
    public List<Finding> perUnit(PriceModel.PerUnit model) {
        notNegative("unit price", model.unit(), "/unit");
        return findings;
    }

    @Override
    public List<Finding> graduated(PriceModel.Graduated model) {
        new TierCheck(path, name, findings::add).prices(model.tiers());
        return findings;
    }

    @Override
    public List<Finding> volume(PriceModel.Volume model) {
        new TierCheck(path, name, findings::add).prices(model.tiers());
        return findings;
    }

    @Override
    public List<Finding> perPackage(PriceModel.PerPackage model) {
        if (model.size().signum() <= 0) {
            add("quote.package.size", "/size", "package of " + name + " must hold more than nothing: " + model.size());
        }
        notNegative("package price", model.price(), "/price");
        model.free().ifPresent(free -> notNegative("number of free units", free, "/free"));
        return findings;
    }

    @Override
    public List<Finding> flat(PriceModel.Flat model) {
        notNegative("price", model.price(), "/price");
        return findings;
    }

    @Override
    public List<Finding> percentage(PriceModel.Percentage model) {
        rate(model.rate());
        model.fixed().ifPresent(fee -> notNegative("fee", fee, "/fixed"));
        model.freeAmount().ifPresent(free -> notNegative("free amount", free, "/freeAmount"));
        if (model.freeTransactions().orElse(0) < 0) {
            add(
                    "quote.price.negative",
                    "/freeTransactions",
                    "number of free transactions of " + name + " is negative: "
                            + model.freeTransactions().getAsInt());
        }
        bounds(model.minimum(), model.maximum());
        return findings;
    }

    @Override
    public List<Finding> graduatedPercentage(PriceModel.GraduatedPercentage model) {
        new TierCheck(path, name, findings::add).rates(model.tiers());
        return findings;
    }

    @Override
    public List<Finding> percentOfTotal(PriceModel.PercentOfTotal model) {
        rate(model.rate());
        return findings;
    }

    @Override
    public List<Finding> costPlus(PriceModel.CostPlus model) {
        if (model.markup().compareTo(Rate.ZERO.minus(Rate.ONE)) < 0) {
            add(
                    "quote.price.negative",
                    "/markup",
                    "mark-up of " + name + " takes more than the cost off it: " + model.markup());
        }
        return findings;
    }

    @Override
    public List<Finding> dynamic(PriceModel.Dynamic model) {
        model.multiplier().ifPresent(factor -> notNegative("multiplier", factor, "/multiplier"));
        return findings;
    }

    @Override
    public List<Finding> usage(UsageModel model) {
        if (model.price() instanceof UsageModel || model.price() instanceof PriceModel.PercentOfTotal) {
            add(
                    "quote.usage.price",
                    "/price",
                    "units of " + name + " cannot be priced by another usage price or as a percentage of the total");
        } else {
            findings.addAll(check(model.price(), path + "/price", name));
        }
        model.conversion()
                .filter(conversion -> conversion.divideBy().signum() <= 0)
                .ifPresent(conversion -> add(
                        "quote.usage.conversion",
                        "/conversion/divideBy",
                        "units of " + name + " cannot be divided by "
                                + conversion.divideBy().toPlainString()));
        model.freeUnits().ifPresent(free -> notNegative("number of free units", free, "/freeUnits"));
        model.commitment().ifPresent(commitment -> {
            notNegative("committed units", commitment.units(), "/commitment/units");
            notNegative("fee", commitment.fee(), "/commitment/fee");
        });
        bounds(model.minimum(), model.maximum());
        return findings;
    }

    private void bounds(Optional<BigDecimal> least, Optional<BigDecimal> most) {
        least.ifPresent(bound -> notNegative("minimum", bound, "/minimum"));
        most.ifPresent(bound -> notNegative("maximum", bound, "/maximum"));
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            add(
                    "quote.price.bounds",
                    "/maximum",
                    name + " costs at least " + least.get().toPlainString() + " and at most "
                            + most.get().toPlainString());
        }
    }

    private void rate(Rate rate) {
        if (rate.signum() < 0) {
            add("quote.price.negative", "/rate", "rate of " + name + " is negative: " + rate);
        }
    }

    private void notNegative(String what, BigDecimal value, String at) {
        if (value.signum() < 0) {
            add("quote.price.negative", at, what + " of " + name + " is negative: " + value.toPlainString());
        }
    }

    private void add(String code, String at, String message) {
        findings.add(Finding.error(code, path + at, message));
    }
}
