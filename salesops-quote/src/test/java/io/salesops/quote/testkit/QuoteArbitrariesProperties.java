package io.salesops.quote.testkit;

import io.salesops.core.testkit.FaultyDocument;
import io.salesops.core.testkit.FaultyDocuments;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.compliance.ComplianceChecker;
import io.salesops.quote.compliance.PolicyPack;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuoteArbitrariesProperties {
    @Property(tries = 300)
    void generatedDefinitionsAreSoundAndFit(
            @ForAll("scenarios") Scenario scenario,
            @ForAll("catalogs") Catalog catalog,
            @ForAll("books") PriceBook book,
            @ForAll("policies") PricingPolicy policy,
            @ForAll("packs") PolicyPack pack) {
        NearlyValid.isSound(scenario, PricingFlaws::check);
        NearlyValid.isSound(catalog, PricingFlaws::check);
        NearlyValid.isSound(book, PricingFlaws::check);
        NearlyValid.isSound(policy, PricingFlaws::check);
        NearlyValid.isSound(pack, ComplianceChecker::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfABookIsFound(@ForAll("nearlyBooks") NearlyValid<PriceBook> book) {
        book.isFoundBy(PricingFlaws::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfACatalogIsFound(@ForAll("nearlyCatalogs") NearlyValid<Catalog> catalog) {
        catalog.isFoundBy(PricingFlaws::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfAPolicyIsFound(@ForAll("nearlyPolicies") NearlyValid<PricingPolicy> policy) {
        policy.isFoundBy(PricingFlaws::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfAPackIsFound(@ForAll("nearlyPacks") NearlyValid<PolicyPack> pack) {
        pack.isFoundBy(ComplianceChecker::check);
    }

    @Property(tries = 200)
    void definitionsThatDoNotFitAreFound(@ForAll("nearlyFitting") NearlyValid<Scenario> scenario) {
        scenario.isFoundBy(PricingFlaws::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfABooksTextIsFound(@ForAll("faultyBooks") FaultyDocument book) {
        book.isRefusedAs(PriceBook.class);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return QuoteArbitraries.scenarios();
    }

    @Provide
    Arbitrary<Catalog> catalogs() {
        return PricingArbitraries.catalogs();
    }

    @Provide
    Arbitrary<PriceBook> books() {
        return QuoteArbitraries.priceBooks();
    }

    @Provide
    Arbitrary<PricingPolicy> policies() {
        return QuoteArbitraries.policies();
    }

    @Provide
    Arbitrary<PolicyPack> packs() {
        return ComplianceArbitraries.policyPacks();
    }

    @Provide
    Arbitrary<NearlyValid<PriceBook>> nearlyBooks() {
        return PricingFlaws.nearlyValidPriceBooks();
    }

    @Provide
    Arbitrary<NearlyValid<Catalog>> nearlyCatalogs() {
        return PricingFlaws.nearlyValidCatalogs();
    }

    @Provide
    Arbitrary<NearlyValid<PricingPolicy>> nearlyPolicies() {
        return PricingFlaws.nearlyValidPricingPolicies();
    }

    @Provide
    Arbitrary<NearlyValid<PolicyPack>> nearlyPacks() {
        return ComplianceArbitraries.nearlyValidPolicyPacks();
    }

    @Provide
    Arbitrary<NearlyValid<Scenario>> nearlyFitting() {
        return PricingFlaws.nearlyFittingScenarios();
    }

    @Provide
    Arbitrary<FaultyDocument> faultyBooks() {
        return FaultyDocuments.of(QuoteArbitraries.priceBooks(), PriceBook.class);
    }
}
