package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RuleConflictsTest {

    /** A row of units; a letter locks its unit in the territory of that number from A on, a small one only places it there. */
    private static TerritoryProblem.Builder row(int count, String places) {
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("row")
                .version("1")
                .count(count)
                .addBalance(Balance.of("accounts", "10%"));
        for (int i = 0; i < places.length(); i++) {
            char place = places.charAt(i);
            AlignmentUnit.Builder unit = AlignmentUnit.builder()
                    .id(UnitId.of("u" + i))
                    .location(Location.planar(i, 0))
                    .putWeights("accounts", 10L);
            if (Character.isLetter(place)) {
                unit.present(territory(1 + Character.toUpperCase(place) - 'A')).locked(Character.isUpperCase(place));
            }
            problem.addUnits(unit.build());
            if (i > 0) {
                problem.addBorders(Border.of("u" + (i - 1), "u" + i));
            }
        }
        return problem;
    }

    private static TerritoryId territory(int number) {
        return TerritoryId.of("T-0" + number);
    }

    private static List<String> codes(TerritoryProblem problem) {
        ImmutableList<Finding> findings = TerritoryDesigner.check(problem);
        assertThat(findings).allMatch(finding -> finding.remedy().isPresent());
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void locksThatCutATerritoryAreNamed() {
        assertThat(TerritoryDesigner.check(row(2, "A.BA").build()))
                .extracting(Finding::message)
                .containsExactly("units u0 and u3 are locked in territory T-01, but units that are locked in others lie"
                        + " between them");
        assertThat(codes(row(2, "A..A").build())).isEmpty();
        assertThat(codes(row(2, "A.BA").contiguous(false).build())).isEmpty();
        assertThat(codes(row(2, "A.BA").addBridges(Border.of("u0", "u3")).build()))
                .isEmpty();
    }

    @Test
    void territoriesThatLocksLeaveEmptyAreCounted() {
        assertThat(codes(row(2, "AAA").build())).containsExactly("territory.locked.all");
        assertThat(codes(row(2, "AA.").build())).isEmpty();
        assertThat(codes(row(3, "AA..").build())).isEmpty();
    }

    @Test
    void aGroupThatIsForbiddenEverywhereIsNamed() {
        TerritoryProblem.Builder problem = row(2, "....")
                .addForbidden(
                        new Forbidden(UnitId.of("u0"), territory(1)), new Forbidden(UnitId.of("u1"), territory(2)));
        assertThat(codes(problem.build())).isEmpty();
        assertThat(codes(problem.addTogether(UnitGroup.of("u0", "u1")).build()))
                .containsExactly("territory.forbidden.everywhere");
    }

    @Test
    void movesThatRulesForceAreHeldAgainstWhatMayMove() {
        TerritoryProblem problem = row(2, "aabb")
                .addForbidden(new Forbidden(UnitId.of("u0"), territory(1)))
                .build();
        assertThat(codes(problem.withDisruption(moved("24%")))).containsExactly("territory.moved.forced");
        assertThat(codes(problem.withDisruption(moved("25%")))).isEmpty();
        TerritoryProblem grouped =
                row(2, "aabb").addTogether(UnitGroup.of("u0", "u1", "u2")).build();
        assertThat(codes(grouped.withDisruption(moved("0%")))).containsExactly("territory.moved.forced");
        assertThat(codes(grouped.withDisruption(moved("25%")))).isEmpty();
    }

    private static Disruption moved(String share) {
        return Disruption.builder().mostMoved(Rate.of(share)).build();
    }

    @Test
    void aGroupOnTwoIslandsIsNamed() {
        TerritoryProblem islands = row(2, "....")
                .borders(List.of(Border.of("u0", "u1"), Border.of("u2", "u3")))
                .addTogether(UnitGroup.of("u1", "u2"))
                .build();
        assertThat(codes(islands)).containsExactly("territory.together.islands");
        assertThat(codes(islands.withBridges(Border.of("u1", "u2")))).isEmpty();
    }

    @Test
    void targetsThatNothingMeetsAreTold() {
        TerritoryProblem problem = row(2, "....").build();
        assertThat(codes(targets(problem, "accounts", 30, 20))).containsExactly("territory.target.sum");
        assertThat(codes(targets(problem, "accounts", 30, 10))).isEmpty();
        assertThat(codes(targets(problem, "acounts", 30, 10)))
                .containsExactly("territory.target.unbalanced", "territory.target.unbalanced");
    }

    private static TerritoryProblem targets(TerritoryProblem problem, String measure, long one, long other) {
        return problem.withCount(OptionalInt.empty())
                .withTerritories(
                        Territory.builder()
                                .id(territory(1))
                                .putTarget(measure, one)
                                .build(),
                        Territory.builder()
                                .id(territory(2))
                                .putTarget(measure, other)
                                .build());
    }

    @Test
    void unitsApartThatNeedMoreTerritoriesThanThereAreAreNamed() {
        TerritoryProblem circle = row(2, "....")
                .addApart(UnitGroup.of("u0", "u1"), UnitGroup.of("u1", "u2"), UnitGroup.of("u2", "u0"))
                .contiguous(false)
                .build();
        assertThat(codes(circle)).containsExactly("territory.apart.crowd");
        TerritoryProblem five = row(2, "......")
                .addApart(
                        UnitGroup.of("u0", "u1"),
                        UnitGroup.of("u1", "u2"),
                        UnitGroup.of("u2", "u3"),
                        UnitGroup.of("u3", "u4"),
                        UnitGroup.of("u4", "u0"))
                .contiguous(false)
                .build();
        assertThat(codes(five)).containsExactly("territory.apart.circle");
        assertThat(codes(five.withCount(3))).isEmpty();
        assertThat(codes(row(3, "....")
                        .addApart(UnitGroup.of("u0", "u1", "u2"))
                        .contiguous(false)
                        .build()))
                .isEmpty();
    }

    /** Behind the unit from which it is to be apart there is too little for a territory. */
    @Test
    void aUnitApartFromItsOnlyNeighbourIsNamed() {
        TerritoryProblem problem =
                row(2, "......").addApart(UnitGroup.of("u0", "u1")).build();
        assertThat(codes(problem)).containsExactly("territory.apart.peninsula");
        assertThat(codes(problem.withApart(UnitGroup.of("u2", "u3")))).isEmpty();
        assertThat(codes(problem.withContiguous(false))).isEmpty();
    }

    @Test
    void unitsOfWhichNoTwoFitIntoATerritoryAreCounted() {
        TerritoryProblem problem = row(2, "...")
                .contiguous(false)
                .build()
                .withBalance(Balance.builder().measure("accounts").maximum(18).build());
        assertThat(codes(problem)).containsExactly("territory.capacity.halves");
    }
}
