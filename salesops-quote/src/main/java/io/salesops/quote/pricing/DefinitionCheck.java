package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.util.List;

/** Finds what is wrong with a catalogue, a policy and price books, each alone and together. */
final class DefinitionCheck {
    private DefinitionCheck() {}

    static ImmutableList<Finding> check(Catalog catalog, PricingPolicy policy, List<PriceBook> books) {
        DefinitionFindings findings = new DefinitionFindings();
        CatalogCheck offered = new CatalogCheck(
                catalog, Definitions.foresees(policy.steps(), WaterfallStep.BundlePrice.class), findings);
        offered.check();
        new StepCheck(policy, findings).check();
        new BookCheck(catalog, offered.products(), policy, books, findings).check();
        return findings.all();
    }
}
