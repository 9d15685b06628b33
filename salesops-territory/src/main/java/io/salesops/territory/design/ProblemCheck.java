package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong in a problem as it is written: names that nothing bears, twice or contradicting; all at once. */
final class ProblemCheck {
    private static final String REMEDY_NAME = "Maybe it is misspelt, or its unit was left out.";

    private final TerritoryProblem problem;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<UnitId, AlignmentUnit> units = new HashMap<>();
    private final Set<TerritoryId> territories = new HashSet<>();

    private ProblemCheck(TerritoryProblem problem) {
        this.problem = problem;
    }

    static ImmutableList<Finding> check(TerritoryProblem problem) {
        ProblemCheck check = new ProblemCheck(problem);
        check.territories();
        check.units();
        check.measures();
        check.borders(problem.borders(), "/borders/");
        check.borders(problem.bridges(), "/bridges/");
        check.groups(problem.together(), "/together/");
        check.groups(problem.apart(), "/apart/");
        check.forbidden();
        return ImmutableList.copyOf(check.findings);
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }

    private void territories() {
        boolean listed = !problem.territories().isEmpty();
        if (listed == problem.count().isPresent()) {
            error(
                    "territory.count.unclear",
                    "/count",
                    listed
                            ? "both territories and a count are given: "
                                    + problem.count().getAsInt()
                            : "neither territories nor a count are given",
                    listed ? "Maybe keep one of the two." : "Maybe state how many there are to be.");
        }
        problem.count().ifPresent(count -> {
            if (count < 1 || count > 100_000) {
                error(
                        "territory.count.range",
                        "/count",
                        "count must be from 1 to 100,000: " + count,
                        "Maybe it is a typing error.");
            }
        });
        boolean countable = problem.count().isEmpty()
                || (problem.count().getAsInt() >= 1 && problem.count().getAsInt() <= 100_000);
        List<Territory> designed = countable ? problem.designed() : problem.territories();
        for (int i = 0; i < designed.size(); i++) {
            Territory territory = designed.get(i);
            String path = "/territories/" + i;
            if (!territories.add(territory.id())) {
                error(
                        "territory.territory.duplicate",
                        path,
                        "territory " + territory.id() + " is named twice",
                        "Maybe one of them has another name.");
            }
            limits(territory.capacity(), path + "/capacity");
            limits(territory.target(), path + "/target");
        }
    }

    private void limits(ImmutableMap<String, Long> limits, String path) {
        limits.forEach((measure, limit) -> {
            if (limit < 0) {
                error(
                        "territory.limit.negative",
                        path + "/" + measure,
                        measure + " must not be negative: " + limit,
                        "Maybe the sign is wrong.");
            }
        });
    }

    private void units() {
        if (problem.units().isEmpty()) {
            error("territory.units.missing", "/units", "there are no units", "Maybe the list was not filled.");
        }
        long planar = 0;
        for (int i = 0; i < problem.units().size(); i++) {
            AlignmentUnit unit = problem.units().get(i);
            String path = "/units/" + i;
            if (units.put(unit.id(), unit) != null) {
                error(
                        "territory.unit.duplicate",
                        path,
                        "unit " + unit.id() + " is named twice",
                        "Maybe its rows should be added up.");
            }
            planar += unit.location() instanceof Location.Planar ? 1 : 0;
            limits(unit.weights(), path + "/weights");
            if (unit.moveCost().orElse(0) < 0) {
                error(
                        "territory.limit.negative",
                        path + "/moveCost",
                        "moveCost must not be negative: " + unit.moveCost().getAsLong(),
                        "Maybe the sign is wrong.");
            }
            present(unit, path);
            outline(unit, path);
        }
        if (planar > 0 && planar < problem.units().size()) {
            error(
                    "territory.location.mixed",
                    "/units",
                    planar + " of " + problem.units().size() + " units lie in a plane, the others on the globe",
                    "Maybe convert them all to degrees.");
        }
        for (int i = 0; i < problem.territories().size(); i++) {
            int at = i;
            problem.territories().get(i).home().ifPresent(home -> known(home, "/territories/" + at + "/home"));
        }
    }

    private void outline(AlignmentUnit unit, String path) {
        if (unit.location() instanceof Location.Planar) {
            return;
        }
        unit.outline().stream()
                .flatMap(polygon -> polygon.rings().stream())
                .flatMap(ring -> ring.positions().stream())
                .filter(position -> Math.abs(position.get(0)) > 180 || Math.abs(position.get(1)) > 90)
                .findFirst()
                .ifPresent(position -> error(
                        "territory.outline.range",
                        path + "/outline",
                        "the outline of unit " + unit.id() + " is not in degrees of longitude and latitude: "
                                + position,
                        "Maybe the two were exchanged."));
    }

    private void present(AlignmentUnit unit, String path) {
        boolean known = unit.present().filter(territories::contains).isPresent();
        if (unit.locked() && !known) {
            error(
                    "territory.locked.nowhere",
                    path + "/locked",
                    "unit " + unit.id() + " is locked, but its present territory "
                            + unit.present().map(TerritoryId::value).orElse("(none)") + " is not designed",
                    "Maybe name its present territory, or unlock it.");
        } else if (unit.present().isPresent() && !known && problem.count().isEmpty()) {
            findings.add(Finding.warning(
                    "territory.present.unknown",
                    path + "/present",
                    "unit " + unit.id() + " belongs to territory "
                            + unit.present().get() + ", which is not designed; it gets another"));
        }
        unit.protection()
                .filter(one -> !problem.disruption().classes().containsKey(one))
                .ifPresent(one -> error(
                        "territory.protection.unknown",
                        path + "/protection",
                        "class of protection has no factor: " + one,
                        "Maybe it is missing in the classes of the disruption."));
    }

    private void measures() {
        Set<String> seen = new HashSet<>();
        Set<String> weighed = new HashSet<>();
        problem.units().forEach(unit -> weighed.addAll(unit.weights().keySet()));
        for (int i = 0; i < problem.balance().size(); i++) {
            Balance balance = problem.balance().get(i);
            if (!seen.add(balance.measure())) {
                error(
                        "territory.balance.duplicate",
                        "/balance/" + i,
                        "measure " + balance.measure() + " is balanced twice",
                        "Maybe state both limits at once.");
            }
            used(balance.measure(), weighed, "/balance/" + i + "/measure");
        }
        problem.objective().measure().ifPresent(measure -> used(measure, weighed, "/objective/measure"));
        problem.disruption().measure().ifPresent(measure -> used(measure, weighed, "/disruption/measure"));
        for (int i = 0; i < problem.territories().size(); i++) {
            Territory territory = problem.territories().get(i);
            limited(territory, territory.capacity(), "capacity", seen, "/territories/" + i + "/capacity");
            limited(territory, territory.target(), "target", seen, "/territories/" + i + "/target");
        }
    }

    private void limited(
            Territory territory, ImmutableMap<String, Long> limits, String what, Set<String> balanced, String path) {
        for (String measure : limits.keySet()) {
            if (!balanced.contains(measure)) {
                error(
                        "territory." + what + ".unbalanced",
                        path + "/" + measure,
                        "territory " + territory.id() + " has a " + what + " of " + measure
                                + ", which is not among the balanced measures",
                        "Maybe add it, without a band.");
            }
        }
    }

    private void used(String measure, Set<String> weighed, String path) {
        if (!weighed.contains(measure) && !problem.units().isEmpty()) {
            error(
                    "territory.measure.unknown",
                    path,
                    "no unit weighs anything in " + measure,
                    "Maybe it is one of " + weighed.stream().sorted().toList() + ".");
        }
    }

    private void borders(ImmutableList<Border> borders, String path) {
        for (int i = 0; i < borders.size(); i++) {
            known(borders.get(i).a(), path + i + "/a");
            known(borders.get(i).b(), path + i + "/b");
        }
    }

    private boolean known(UnitId unit, String path) {
        boolean known = units.containsKey(unit);
        if (!known) {
            error("territory.unit.unknown", path, "there is no unit " + unit, REMEDY_NAME);
        }
        return known;
    }

    private void groups(ImmutableList<UnitGroup> groups, String path) {
        for (int i = 0; i < groups.size(); i++) {
            for (UnitId unit : groups.get(i).units()) {
                known(unit, path + i);
            }
        }
    }

    private void forbidden() {
        for (int i = 0; i < problem.forbidden().size(); i++) {
            Forbidden pair = problem.forbidden().get(i);
            known(pair.unit(), "/forbidden/" + i + "/unit");
            if (!territories.contains(pair.territory())) {
                error(
                        "territory.territory.unknown",
                        "/forbidden/" + i + "/territory",
                        "there is no territory " + pair.territory(),
                        "Maybe it is misspelt.");
            }
        }
    }
}
