package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.quote.price.BookDerivation;
import io.salesops.quote.price.Commitment;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.RateTier;
import io.salesops.quote.price.UsageModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Turns the prices of one book into those of a book that is derived from it. */
final class DerivedModel implements PriceModel.Cases<PriceModel> {
    private final BookDerivation derivation;

    DerivedModel(BookDerivation derivation) {
        this.derivation = derivation;
    }

    /** A price that units do not change: multiplied. */
    private BigDecimal amount(BigDecimal price) {
        return rounded(price.multiply(derivation.factor().orElse(BigDecimal.ONE)));
    }

    private Optional<BigDecimal> amount(Optional<BigDecimal> price) {
        return price.map(this::amount);
    }

    /** The price of a unit: multiplied, with the surcharge. */
    BigDecimal unit(BigDecimal price) {
        return rounded(price.multiply(derivation.factor().orElse(BigDecimal.ONE))
                .add(derivation.surcharge().orElse(BigDecimal.ZERO)));
    }

    private BigDecimal rounded(BigDecimal price) {
        BigDecimal positive = price.max(BigDecimal.ZERO);
        return derivation.scale().isPresent()
                ? positive.setScale(derivation.scale().getAsInt(), RoundingMode.HALF_UP)
                : positive;
    }

    private ImmutableList<PriceTier> tiers(ImmutableList<PriceTier> tiers) {
        return tiers.stream()
                .map(tier ->
                        new PriceTier(tier.upTo(), tier.below(), unit(tier.unit()), amount(tier.flat()), tier.block()))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public PriceModel perUnit(PriceModel.PerUnit model) {
        return new PriceModel.PerUnit(unit(model.unit()));
    }

    @Override
    public PriceModel graduated(PriceModel.Graduated model) {
        return new PriceModel.Graduated(tiers(model.tiers()));
    }

    @Override
    public PriceModel volume(PriceModel.Volume model) {
        return new PriceModel.Volume(tiers(model.tiers()));
    }

    @Override
    public PriceModel perPackage(PriceModel.PerPackage model) {
        return new PriceModel.PerPackage(model.size(), unit(model.price()), model.free(), model.rounding());
    }

    @Override
    public PriceModel flat(PriceModel.Flat model) {
        return new PriceModel.Flat(amount(model.price()));
    }

    @Override
    public PriceModel percentage(PriceModel.Percentage model) {
        return new PriceModel.Percentage(
                model.rate(),
                amount(model.fixed()),
                model.freeTransactions(),
                amount(model.freeAmount()),
                amount(model.minimum()),
                amount(model.maximum()));
    }

    @Override
    public PriceModel graduatedPercentage(PriceModel.GraduatedPercentage model) {
        return new PriceModel.GraduatedPercentage(model.tiers().stream()
                .map(tier -> new RateTier(amount(tier.upTo()), amount(tier.below()), tier.rate(), amount(tier.flat())))
                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public PriceModel percentOfTotal(PriceModel.PercentOfTotal model) {
        return model;
    }

    @Override
    public PriceModel costPlus(PriceModel.CostPlus model) {
        return model;
    }

    @Override
    public PriceModel dynamic(PriceModel.Dynamic model) {
        return model;
    }

    @Override
    public PriceModel usage(UsageModel model) {
        return new UsageModel(
                model.price().match(this),
                model.conversion(),
                model.freeUnits(),
                model.commitment().map(commitment -> new Commitment(commitment.units(), amount(commitment.fee()))),
                amount(model.minimum()),
                amount(model.maximum()));
    }
}
