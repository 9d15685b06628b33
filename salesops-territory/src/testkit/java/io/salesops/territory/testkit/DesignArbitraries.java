package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.design.Alternative;
import io.salesops.territory.design.AttainableBound;
import io.salesops.territory.design.Beginning;
import io.salesops.territory.design.Certificate;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.MeasureFigures;
import io.salesops.territory.design.Move;
import io.salesops.territory.design.TerritoryDesign;
import io.salesops.territory.design.TerritoryDesigner;
import io.salesops.territory.design.TerritoryFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Designs of small maps, and what they are made of. */
public final class DesignArbitraries {
    private static final TerritoryDesigner DESIGNER = TerritoryDesigner.of(
            DesignOptions.builder().steps(8).alternatives(2).build());

    private DesignArbitraries() {}

    /** Options with and without steps, region and alternatives. */
    public static Arbitrary<DesignOptions> designOptions() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.longs().between(0, 100).injectNull(0.4),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Beginning.values()),
                        TerritoryArbitraries.territories().set().ofMaxSize(2))
                .as((seed, steps, alternatives, beginning, region) -> DesignOptions.builder()
                        .seed(seed)
                        .steps(steps == null ? OptionalLong.empty() : OptionalLong.of(steps))
                        .alternatives(alternatives)
                        .beginning(beginning)
                        .region(ImmutableSet.copyOf(region))
                        .build());
    }

    /** Designs of maps of up to forty units; half of them after another design, so that units have moved. */
    public static Arbitrary<TerritoryDesign> territoryDesigns() {
        return Combinators.combine(MapArbitraries.maps(), Arbitraries.of(true, false))
                .as((problem, again) -> {
                    TerritoryDesign design = DESIGNER.design(problem).orThrow();
                    return again ? DESIGNER.design(unlike(problem, design)).orThrow() : design;
                });
    }

    /** The designed plan as the present one, with two territories exchanged in part. */
    private static TerritoryProblem unlike(TerritoryProblem problem, TerritoryDesign design) {
        ImmutableMap<UnitId, TerritoryId> plan = design.best().plan().assignment();
        List<TerritoryId> territories = new ArrayList<>(ImmutableSet.copyOf(plan.values()));
        ImmutableMap.Builder<UnitId, TerritoryId> present = ImmutableMap.builder();
        plan.forEach(
                (unit, territory) -> present.put(unit, unit.value().endsWith("1") ? territories.get(0) : territory));
        return MapArbitraries.settled(problem, present.buildOrThrow());
    }

    /** The alternatives of designs. */
    public static Arbitrary<Alternative> alternatives() {
        return territoryDesigns().map(TerritoryDesign::best);
    }

    /** Figures of measures. */
    public static Arbitrary<MeasureFigures> measureFigures() {
        return alternatives().map(alternative -> alternative.measures().get(0));
    }

    /** Figures of territories. */
    public static Arbitrary<TerritoryFigures> territoryFigures() {
        return alternatives().map(alternative -> alternative.territories().get(0));
    }

    /** Certificates of plans. */
    public static Arbitrary<Certificate> certificates() {
        return alternatives().map(Alternative::certificate);
    }

    /** Moves of units, with every reason. */
    public static Arbitrary<Move> moves() {
        return Combinators.combine(
                        TerritoryArbitraries.unitIds(),
                        TerritoryArbitraries.territories(),
                        TerritoryArbitraries.territories(),
                        Arbitraries.of(io.salesops.territory.design.Reason.values()),
                        Arbitraries.bigDecimals()
                                .between(java.math.BigDecimal.TEN.negate(), java.math.BigDecimal.TEN)
                                .ofScale(3))
                .as((unit, present, to, reason, nearer) -> Move.builder()
                        .unit(unit)
                        .present(present)
                        .to(to)
                        .reason(reason)
                        .balance(Rate.of("1.25%"))
                        .nearer(nearer)
                        .why("it is " + nearer + " nearer")
                        .build());
    }

    /** Bounds with one to four units. */
    public static Arbitrary<AttainableBound> attainableBounds() {
        return Combinators.combine(
                        Arbitraries.of("accounts", "arr"),
                        Arbitraries.of("0.01%", "10.43%"),
                        TerritoryArbitraries.unitIds().set().ofMinSize(1).ofMaxSize(4))
                .as((measure, deviation, units) -> AttainableBound.builder()
                        .measure(measure)
                        .deviation(Rate.of(deviation))
                        .units(units.stream().sorted().toList())
                        .why("they are too heavy")
                        .build());
    }
}
