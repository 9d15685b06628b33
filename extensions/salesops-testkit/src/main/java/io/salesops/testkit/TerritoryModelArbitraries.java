package io.salesops.testkit;

import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.Polygon;
import io.salesops.territory.area.Ring;
import io.salesops.territory.area.Scenario;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.TerritoryScenarios;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.design.Alternative;
import io.salesops.territory.design.AttainableBound;
import io.salesops.territory.design.Certificate;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.MeasureFigures;
import io.salesops.territory.design.Move;
import io.salesops.territory.design.MovedWeight;
import io.salesops.territory.design.PlanComparison;
import io.salesops.territory.design.RepChange;
import io.salesops.territory.design.ScenarioDesign;
import io.salesops.territory.design.ScenarioDesigns;
import io.salesops.territory.design.TerritoryChange;
import io.salesops.territory.design.TerritoryDesign;
import io.salesops.territory.design.TerritoryFigures;
import io.salesops.territory.design.UnitChange;
import io.salesops.territory.design.WeightChange;
import io.salesops.territory.testkit.ComparisonArbitraries;
import io.salesops.territory.testkit.DesignArbitraries;
import io.salesops.territory.testkit.MapArbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of maps, problems of territory design, and designs. */
public final class TerritoryModelArbitraries {
    private TerritoryModelArbitraries() {}

    /** Points on the globe and in a plane. */
    public static Arbitrary<Location> locations() {
        return MapArbitraries.locations();
    }

    /** Units with up to two weights, some with a present territory. */
    public static Arbitrary<AlignmentUnit> alignmentUnits() {
        return MapArbitraries.alignmentUnits();
    }

    /** Borders between two units. */
    public static Arbitrary<Border> borders() {
        return MapArbitraries.borders();
    }

    /** Groups of two to four units. */
    public static Arbitrary<UnitGroup> unitGroups() {
        return MapArbitraries.unitGroups();
    }

    /** Units that must not be in a territory. */
    public static Arbitrary<Forbidden> forbiddenPairs() {
        return MapArbitraries.forbiddenPairs();
    }

    /** Bands with and without limits. */
    public static Arbitrary<Balance> balances() {
        return MapArbitraries.balances();
    }

    /** Objectives of every kind. */
    public static Arbitrary<Objective> objectives() {
        return MapArbitraries.objectives();
    }

    /** What moving costs, with a class of protection. */
    public static Arbitrary<Disruption> disruptions() {
        return MapArbitraries.disruptions();
    }

    /** Territories with and without rep, home, capacity and target. */
    public static Arbitrary<Territory> designedTerritories() {
        return MapArbitraries.designedTerritories();
    }

    /** Problems whose parts need not fit each other: for reading and writing. */
    public static Arbitrary<TerritoryProblem> territoryProblems() {
        return MapArbitraries.territoryProblems();
    }

    /** Problems that a designer takes: a lattice with a few holes, two to four territories, one measure with a wide band. */
    public static Arbitrary<TerritoryProblem> maps() {
        return MapArbitraries.maps();
    }

    /** Options with and without steps, region and alternatives. */
    public static Arbitrary<DesignOptions> designOptions() {
        return DesignArbitraries.designOptions();
    }

    /** Designs of maps of up to forty units. */
    public static Arbitrary<TerritoryDesign> territoryDesigns() {
        return DesignArbitraries.territoryDesigns();
    }

    /** The alternatives of designs. */
    public static Arbitrary<Alternative> alternatives() {
        return DesignArbitraries.alternatives();
    }

    /** Figures of measures. */
    public static Arbitrary<MeasureFigures> measureFigures() {
        return DesignArbitraries.measureFigures();
    }

    /** Figures of territories. */
    public static Arbitrary<TerritoryFigures> territoryFigures() {
        return DesignArbitraries.territoryFigures();
    }

    /** Certificates of plans. */
    public static Arbitrary<Certificate> certificates() {
        return DesignArbitraries.certificates();
    }

    /** Moves of units, with every reason. */
    public static Arbitrary<Move> moves() {
        return DesignArbitraries.moves();
    }

    /** Bounds with one to four units. */
    public static Arbitrary<AttainableBound> attainableBounds() {
        return DesignArbitraries.attainableBounds();
    }

    /** Rings that run either way round. */
    public static Arbitrary<Ring> rings() {
        return MapArbitraries.rings();
    }

    /** Polygons with and without a hole, their rings running either way round. */
    public static Arbitrary<Polygon> polygons() {
        return MapArbitraries.polygons();
    }

    /** Variants of problems that replace some of their parts. */
    public static Arbitrary<Scenario> scenarios() {
        return MapArbitraries.scenarios();
    }

    /** Problems with up to three variants. */
    public static Arbitrary<TerritoryScenarios> territoryScenarios() {
        return MapArbitraries.territoryScenarios();
    }

    /** Comparisons of two plans of a small map. */
    public static Arbitrary<PlanComparison> planComparisons() {
        return ComparisonArbitraries.planComparisons();
    }

    /** Units that move. */
    public static Arbitrary<UnitChange> unitChanges() {
        return ComparisonArbitraries.unitChanges();
    }

    /** Weights that move, up to beyond the range of a long. */
    public static Arbitrary<MovedWeight> movedWeights() {
        return ComparisonArbitraries.movedWeights();
    }

    /** Changes of weights, up to beyond the range of a long. */
    public static Arbitrary<WeightChange> weightChanges() {
        return ComparisonArbitraries.weightChanges();
    }

    /** Changes of territories, new ones among them. */
    public static Arbitrary<TerritoryChange> territoryChanges() {
        return ComparisonArbitraries.territoryChanges();
    }

    /** What reps keep, gain and lose. */
    public static Arbitrary<RepChange> repChanges() {
        return ComparisonArbitraries.repChanges();
    }

    /** Designs of two scenarios of a small map, one of which is refused. */
    public static Arbitrary<ScenarioDesigns> scenarioDesigns() {
        return ComparisonArbitraries.scenarioDesigns();
    }

    /** What became of scenarios, with and without a design. */
    public static Arbitrary<ScenarioDesign> scenarioResults() {
        return ComparisonArbitraries.scenarioResults();
    }
}
