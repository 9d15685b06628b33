package io.salesops.territory;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Severity;
import io.salesops.core.testdata.GoldenDocuments;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.TerritoryScenarios;
import io.salesops.territory.assign.AccountAssigner;
import io.salesops.territory.design.ScenarioDesigner;
import io.salesops.territory.design.TerritoryDesigner;
import io.salesops.territory.route.RouterState;
import io.salesops.territory.rule.AssignmentRules;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Law E3 for the documents of this module. */
class DocumentsTest {
    private static final Class<?>[] DOCUMENTS = {
        AssignmentRules.class, TerritoryPlan.class, TerritoryProblem.class, TerritoryScenarios.class, RouterState.class
    };

    @TestFactory
    Stream<DynamicNode> documents() {
        return GoldenDocuments.tests(DOCUMENTS);
    }

    @Test
    void everyDocumentIsTested() throws Exception {
        GoldenDocuments.namesEveryDocument(DOCUMENTS);
    }

    /** A document that no engine takes would be a poor example. */
    @Test
    void theEnginesTakeTheGoldenDocuments() throws Exception {
        assertThat(AccountAssigner.check(GoldenDocuments.read(AssignmentRules.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        // The golden problem shows every field, among them such as exclude each other.
        TerritoryProblem problem = GoldenDocuments.read(TerritoryProblem.class);
        assertThat(TerritoryDesigner.check(problem.withCount(OptionalInt.empty())
                        .withUnits(problem.units().stream()
                                .filter(unit -> unit.location() instanceof Location.Geographic)
                                .toList())))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(ScenarioDesigner.check(GoldenDocuments.read(TerritoryScenarios.class)))
                .isEmpty();
    }
}
