package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Polygon;
import io.salesops.territory.area.Ring;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws plans as GeoJSON (RFC 7946), for any map: a feature for each unit, with its outline where the problem has one and its
 * point where not, and a feature at the centre of each territory. Immutable and thread-safe.
 *
 * <p>Positions are longitude, latitude. Outer rings run counterclockwise and holes clockwise, however they were given. Features
 * are in the order of ids, which are the features' ids as well. {@code fill} and {@code marker-color} give each territory one of
 * twelve colours, which two neighbours may share. Outlines that cross the antimeridian must be cut there by whoever makes them.
 */
public final class PlanMap {
    private static final ImmutableList<String> COLOURS = ImmutableList.of(
            "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee8866", "#77aadd", "#99ddff",
            "#44bb99", "#bbcc33", "#aaaa00");
    private static final String COLOUR_OF_NONE = "#bbbbbb";

    private final TerritoryProblem problem;
    private final ImmutableList<AlignmentUnit> units;
    private final Map<TerritoryId, RepId> reps = new HashMap<>();
    private final Map<TerritoryId, String> colours = new HashMap<>();

    private PlanMap(TerritoryProblem problem) {
        this.problem = problem;
        units = ImmutableList.sortedCopyOf(Comparator.comparing(AlignmentUnit::id), problem.units());
        ImmutableList<Territory> territories =
                ImmutableList.sortedCopyOf(Comparator.comparing(Territory::id), problem.designed());
        for (int t = 0; t < territories.size(); t++) {
            TerritoryId id = territories.get(t).id();
            colours.put(id, COLOURS.get(t % COLOURS.size()));
            territories.get(t).rep().ifPresent(rep -> reps.put(id, rep));
        }
    }

    private record Geometry(String type, Object coordinates) {}

    private record Feature(String type, String id, Geometry geometry, ImmutableMap<String, Object> properties) {}

    private record Collection(String type, ImmutableList<Feature> features) {}

    /**
     * Obtains the map of a problem.
     *
     * @throws FindingsException with everything that is wrong with the problem as it is written
     */
    public static PlanMap of(TerritoryProblem problem) {
        ImmutableList<Finding> findings = ProblemCheck.check(problem);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new PlanMap(problem);
    }

    /** Draws a plan's units; refused where they do not lie on the globe. Units without a territory are drawn grey. */
    public Checked<String> geoJson(TerritoryPlan plan) {
        return write(unitFeatures(plan));
    }

    /** Draws an alternative's units, and its territories with their figures; refused where they do not lie on the globe. */
    public Checked<String> geoJson(Alternative alternative) {
        List<Feature> features = unitFeatures(alternative.plan());
        alternative
                .territories()
                .forEach(figures ->
                        figures.centre().ifPresent(centre -> features.add(territoryFeature(figures, centre))));
        return write(features);
    }

    private Checked<String> write(List<Feature> features) {
        for (int u = 0; u < problem.units().size(); u++) {
            AlignmentUnit unit = problem.units().get(u);
            if (unit.location() instanceof Location.Planar) {
                return Checked.refused(ImmutableList.of(Finding.error(
                                "territory.geojson.planar",
                                "/units/" + u + "/location",
                                "unit " + unit.id() + " lies in a plane, and GeoJSON knows degrees only: "
                                        + unit.location())
                        .maybe("Maybe the degrees that the plane was made from are still known.")));
            }
        }
        return Checked.accepted(
                SalesOpsJson.write(new Collection("FeatureCollection", ImmutableList.copyOf(features))) + "\n");
    }

    private List<Feature> unitFeatures(TerritoryPlan plan) {
        List<Feature> features = new ArrayList<>();
        for (AlignmentUnit unit : units) {
            Optional<TerritoryId> territory =
                    Optional.ofNullable(plan.assignment().get(unit.id()));
            String colour = territory.map(colours::get).orElse(COLOUR_OF_NONE);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("kind", "unit");
            properties.put("unit", unit.id().value());
            territory.ifPresent(id -> properties.put("territory", id.value()));
            territory.map(reps::get).ifPresent(rep -> properties.put("rep", rep.value()));
            unit.present().ifPresent(present -> {
                properties.put("present", present.value());
                properties.put("moved", !territory.equals(unit.present()));
            });
            properties.put("locked", unit.locked());
            properties.put("weights", unit.weights());
            properties.put(unit.outline().isEmpty() ? "marker-color" : "fill", colour);
            features.add(new Feature("Feature", unit.id().value(), geometry(unit), ImmutableMap.copyOf(properties)));
        }
        return features;
    }

    private Feature territoryFeature(TerritoryFigures figures, Location centre) {
        TerritoryId id = figures.territory();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", "territory");
        properties.put("territory", id.value());
        Optional.ofNullable(reps.get(id)).ifPresent(rep -> properties.put("rep", rep.value()));
        properties.put("units", figures.units());
        properties.put("weights", Maps.transformValues(figures.weights(), PlanMap::number));
        properties.put("deviations", figures.deviations());
        properties.put("rms", figures.rms().doubleValue());
        properties.put("fragments", figures.fragments());
        properties.put("marker-color", colours.getOrDefault(id, COLOUR_OF_NONE));
        return new Feature("Feature", "territory " + id.value(), point(centre), ImmutableMap.copyOf(properties));
    }

    /** A number as maps know it; beyond the range of a long it is the nearest one that they can hold. */
    private static Number number(BigInteger weight) {
        return weight.bitLength() < Long.SIZE ? weight.longValueExact() : weight.doubleValue();
    }

    private static Geometry geometry(AlignmentUnit unit) {
        if (unit.outline().isEmpty()) {
            return point(unit.location());
        }
        List<List<ImmutableList<ImmutableList<Double>>>> polygons = new ArrayList<>();
        for (Polygon polygon : unit.outline()) {
            polygons.add(
                    polygon.rightHanded().rings().stream().map(Ring::positions).toList());
        }
        return polygons.size() == 1 ? new Geometry("Polygon", polygons.get(0)) : new Geometry("MultiPolygon", polygons);
    }

    private static Geometry point(Location location) {
        return location.match(new Location.Cases<Geometry>() {
            @Override
            public Geometry geographic(Location.Geographic point) {
                return new Geometry("Point", ImmutableList.of(point.longitude(), point.latitude()));
            }

            @Override
            public Geometry planar(Location.Planar point) {
                return new Geometry("Point", ImmutableList.of(point.x(), point.y()));
            }
        });
    }
}
