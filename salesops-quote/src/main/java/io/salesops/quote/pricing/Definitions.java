package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.price.ConditionalStep;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceLevel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.util.List;

/**
 * Catalogue, policy and price books that the definition check has accepted, made ready. Immutable and thread-safe.
 *
 * @param catalog what is sold
 * @param policy the order of the waterfall
 * @param offerings the versions of each product
 * @param books the versions of each book, by its id
 * @param steps the steps from list to net
 * @param inputs the catalogue and the policy, as results name them
 * @param isConfigured whether any product has options, constraints or bounds of its quantity
 * @param foreseesCustomerDiscount whether a step takes off what a seller asks for
 * @param foreseesContractedPrice whether a step puts in the price that is contracted with a customer
 * @param engine tells one engine from another, whose definitions may be equal
 */
record Definitions(
        Catalog catalog,
        PricingPolicy policy,
        ImmutableListMultimap<ProductId, Offering> offerings,
        ImmutableListMultimap<String, PreparedBook> books,
        ImmutableList<CompiledStep> steps,
        ImmutableMap<String, Provenance.Input> inputs,
        boolean isConfigured,
        boolean foreseesCustomerDiscount,
        boolean foreseesContractedPrice,
        Object engine) {

    static Definitions of(Catalog catalog, PricingPolicy policy, List<PriceBook> priceBooks) {
        ImmutableListMultimap<ProductId, Offering> offerings = Multimaps.index(catalog.offerings(), Offering::product);
        ImmutableListMultimap<String, PriceBook> byId = Multimaps.index(priceBooks, PriceBook::id);
        ImmutableListMultimap.Builder<String, PreparedBook> books = ImmutableListMultimap.builder();
        for (PriceBook book : priceBooks) {
            DerivedPrices.of(book, byId, policy.rounding(), of -> input(of.id(), of.version(), of))
                    .forEach(prices -> books.put(book.id(), PreparedBook.of(prices, offerings)));
        }
        ImmutableList.Builder<CompiledStep> steps = ImmutableList.builder();
        for (int i = 0; i < policy.steps().size(); i++) {
            WaterfallStep step = policy.steps().get(i);
            steps.add(CompiledStep.of(
                    step, new StepRule(new RuleRef(policy.id(), policy.version(), "/steps/" + i), step.level())));
        }
        return new Definitions(
                catalog,
                policy,
                offerings,
                books.build(),
                steps.build(),
                ImmutableMap.of(
                        "catalog", input(catalog.id(), catalog.version(), catalog),
                        "policy", input(policy.id(), policy.version(), policy)),
                catalog.offerings().stream().anyMatch(Definitions::isConfigured),
                foresees(policy.steps(), WaterfallStep.CustomerDiscount.class),
                foresees(policy.steps(), WaterfallStep.ContractedPrice.class),
                new Object());
    }

    private static boolean isConfigured(Offering offering) {
        return !offering.requires().isEmpty()
                || !offering.excludes().isEmpty()
                || !offering.options().isEmpty()
                || offering.minQuantity().isPresent()
                || offering.maxQuantity().isPresent();
    }

    static Provenance.Input input(String id, String version, Object definition) {
        return new Provenance.Input(id, version, SalesOpsJson.fingerprint(definition));
    }

    static boolean foresees(List<WaterfallStep> steps, Class<? extends WaterfallStep> kind) {
        return steps.stream()
                .anyMatch(step -> kind.isInstance(step)
                        || (step instanceof WaterfallStep.BestOf choice && foresees(choice.steps(), kind))
                        || (step instanceof ConditionalStep conditional
                                && foresees(List.of(conditional.step()), kind)));
    }

    /** A rule of the policy that acts on the quote as a whole. */
    StepRule header(String path) {
        return new StepRule(new RuleRef(policy.id(), policy.version(), path), PriceLevel.NET);
    }
}
