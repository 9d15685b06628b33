package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
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
        return model.match(new PriceModel.Cases<ImmutableList<BigDecimal>>() {
            @Override
            public ImmutableList<BigDecimal> perUnit(PriceModel.PerUnit price) {
                return ImmutableList.of(price.unit());
            }

            @Override
            public ImmutableList<BigDecimal> graduated(PriceModel.Graduated price) {
                return units(price.tiers());
            }

            @Override
            public ImmutableList<BigDecimal> volume(PriceModel.Volume price) {
                return units(price.tiers());
            }

            @Override
            public ImmutableList<BigDecimal> perPackage(PriceModel.PerPackage price) {
                return ImmutableList.of(price.price());
            }

            @Override
            public ImmutableList<BigDecimal> flat(PriceModel.Flat later) {
                return ImmutableList.of();
            }

            @Override
            public ImmutableList<BigDecimal> percentage(PriceModel.Percentage later) {
                return ImmutableList.of();
            }

            @Override
            public ImmutableList<BigDecimal> graduatedPercentage(PriceModel.GraduatedPercentage later) {
                return ImmutableList.of();
            }

            @Override
            public ImmutableList<BigDecimal> percentOfTotal(PriceModel.PercentOfTotal later) {
                return ImmutableList.of();
            }

            @Override
            public ImmutableList<BigDecimal> costPlus(PriceModel.CostPlus later) {
                return ImmutableList.of();
            }

            @Override
            public ImmutableList<BigDecimal> dynamic(PriceModel.Dynamic later) {
                return ImmutableList.of();
            }

            @Override
            public ImmutableList<BigDecimal> usage(PriceModel.Usage later) {
                return ImmutableList.of();
            }

            private ImmutableList<BigDecimal> units(List<PriceTier> tiers) {
                return tiers.stream().map(PriceTier::unit).collect(ImmutableList.toImmutableList());
            }
        });
    }

    @Override
    public List<Finding> perUnit(PriceModel.PerUnit model) {
        notNegative("unit price", model.unit(), "/unit");
        return findings;
    }

    @Override
    public List<Finding> graduated(PriceModel.Graduated model) {
        return tiers(model.tiers());
    }

    @Override
    public List<Finding> volume(PriceModel.Volume model) {
        return tiers(model.tiers());
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
    public List<Finding> flat(PriceModel.Flat later) {
        return findings;
    }

    @Override
    public List<Finding> percentage(PriceModel.Percentage later) {
        return findings;
    }

    @Override
    public List<Finding> graduatedPercentage(PriceModel.GraduatedPercentage later) {
        return findings;
    }

    @Override
    public List<Finding> percentOfTotal(PriceModel.PercentOfTotal later) {
        return findings;
    }

    @Override
    public List<Finding> costPlus(PriceModel.CostPlus later) {
        return findings;
    }

    @Override
    public List<Finding> dynamic(PriceModel.Dynamic later) {
        return findings;
    }

    @Override
    public List<Finding> usage(PriceModel.Usage later) {
        return findings;
    }

    private List<Finding> tiers(ImmutableList<PriceTier> tiers) {
        if (tiers.isEmpty()) {
            add("quote.tier.missing", "/tiers", name + " has no tiers");
        }
        Optional<BigDecimal> above = Optional.of(BigDecimal.ZERO);
        for (int i = 0; i < tiers.size(); i++) {
            PriceTier tier = tiers.get(i);
            String at = "/tiers/" + i;
            if (above.isEmpty()) {
                add(
                        "quote.tier.unreachable",
                        at,
                        "tier " + (i + 1) + " of " + name + " stands after a tier without bound",
                        "Maybe give tier " + i + " an upTo.");
            } else {
                bound(tier, i, above.get(), at);
            }
            above = tier.upTo();
            notNegative("unit price", tier.unit(), at + "/unit");
            tier.flat().ifPresent(flat -> notNegative("flat fee", flat, at + "/flat"));
        }
        return findings;
    }

    private void bound(PriceTier tier, int index, BigDecimal above, String at) {
        tier.upTo()
                .filter(bound -> bound.compareTo(above) <= 0)
                .ifPresent(bound -> add(
                        "quote.tier.order",
                        at + "/upTo",
                        "tier " + (index + 1) + " of " + name + " ends at " + bound.toPlainString()
                                + ", but starts above " + above.toPlainString(),
                        "Maybe the tiers are not in ascending order."));
    }

    private void notNegative(String what, BigDecimal value, String at) {
        if (value.signum() < 0) {
            add("quote.price.negative", at, what + " of " + name + " is negative: " + value.toPlainString());
        }
    }

    private void add(String code, String at, String message) {
        findings.add(Finding.of(Severity.ERROR, code, path + at, message));
    }

    private void add(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, path + at, message).maybe(remedy));
    }
}
