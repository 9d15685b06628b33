package io.salesops.territory.testkit;

import io.salesops.core.testkit.FaultyDocument;
import io.salesops.core.testkit.FaultyDocuments;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.territory.assign.AccountAssigner;
import io.salesops.territory.rule.AssignmentRules;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TerritoryArbitrariesProperties {
    @Property(tries = 300)
    void generatedRulesAreSound(@ForAll("rules") AssignmentRules rules) {
        NearlyValid.isSound(rules, AccountAssigner::check);
    }

    @Property(tries = 500)
    void aPlantedFaultOfRulesIsFound(@ForAll("nearlyRules") NearlyValid<AssignmentRules> rules) {
        rules.isFoundBy(AccountAssigner::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfTheTextIsFound(@ForAll("faultyRules") FaultyDocument rules) {
        rules.isRefusedAs(AssignmentRules.class);
    }

    @Provide
    Arbitrary<AssignmentRules> rules() {
        return TerritoryArbitraries.rules();
    }

    @Provide
    Arbitrary<NearlyValid<AssignmentRules>> nearlyRules() {
        return AssignmentArbitraries.nearlyValidRules();
    }

    @Provide
    Arbitrary<FaultyDocument> faultyRules() {
        return FaultyDocuments.of(TerritoryArbitraries.rules(), AssignmentRules.class);
    }
}
