package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Polygon;
import io.salesops.territory.area.Ring;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanMapTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/plan-map.geojson");
    private static final String HOSTILE = "a\"b\\c\n</script>\u2028\u00e9{}";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Ring CLOCKWISE = Ring.of(10, 50, 10, 51, 11, 51, 11, 50, 10, 50);
    private static final Ring HOLE = Ring.of(10.4, 50.4, 10.6, 50.4, 10.6, 50.6, 10.4, 50.6, 10.4, 50.4);
    private static final Ring ISLAND = Ring.of(9, 50, 9.5, 50, 9.5, 50.5, 9, 50);

    private static AlignmentUnit.Builder unit(String id, double latitude, double longitude) {
        return AlignmentUnit.builder()
                .id(UnitId.of(id))
                .location(Location.of(latitude, longitude))
                .putWeights("accounts", 10L);
    }

    private static TerritoryProblem problem() {
        return TerritoryProblem.builder()
                .id("three")
                .version("1")
                .addUnits(
                        unit("square", 50.5, 10.5)
                                .addOutline(Polygon.of(CLOCKWISE, HOLE))
                                .present(TerritoryId.of("EAST"))
                                .build(),
                        unit("two parts", 50.5, 9.5)
                                .addOutline(Polygon.of(CLOCKWISE), Polygon.of(ISLAND))
                                .build(),
                        unit(HOSTILE, 50.25, -8.125).build())
                .addBorders(Border.of("square", "two parts"))
                .bridgeIslands(true)
                .addTerritories(
                        Territory.builder()
                                .id(TerritoryId.of("EAST"))
                                .rep(RepId.of("ana"))
                                .build(),
                        Territory.of("WEST \"7\""))
                .addBalance(Balance.of("accounts", "50%"))
                .build();
    }

    private static TerritoryPlan plan() {
        return TerritoryPlan.builder()
                .id(TerritoryPlanId.of("plan"))
                .assignment(ImmutableMap.of(
                        UnitId.of("square"), TerritoryId.of("EAST"),
                        UnitId.of("two parts"), TerritoryId.of("EAST"),
                        UnitId.of(HOSTILE), TerritoryId.of("WEST \"7\"")))
                .build();
    }

    private static JsonNode feature(JsonNode map, String id) {
        for (JsonNode feature : map.get("features")) {
            if (feature.get("id").asText().equals(id)) {
                return feature;
            }
        }
        throw new AssertionError("no feature " + id);
    }

    @Test
    void thePlanIsDrawnAsTheGoldenFile() throws IOException {
        Alternative alternative = PlanEvaluator.of(problem()).evaluate(plan()).orThrow();
        String drawn = PlanMap.of(problem()).geoJson(alternative).orThrow();
        if (System.getProperty("salesops.golden", "").equals("write")) {
            Files.writeString(GOLDEN, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void itIsAFeatureCollectionWithoutACoordinateSystemOfItsOwn() throws IOException {
        JsonNode map = JSON.readTree(PlanMap.of(problem()).geoJson(plan()).orThrow());

        assertThat(map.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(map.has("crs")).isFalse();
        assertThat(map.get("features"))
                .hasSize(3)
                .allMatch(feature -> feature.get("type").asText().equals("Feature"));
        JsonNode point = feature(map, HOSTILE).get("geometry");
        assertThat(point.get("type").asText()).isEqualTo("Point");
        // Longitude first.
        assertThat(point.get("coordinates").toString()).isEqualTo("[-8.125,50.25]");
        assertThat(feature(map, HOSTILE).get("properties").get("territory").asText())
                .isEqualTo("WEST \"7\"");
        assertThat(feature(map, "square").get("properties").get("rep").asText()).isEqualTo("ana");
        assertThat(feature(map, "square").get("properties").get("moved").asBoolean())
                .isFalse();
    }

    @Test
    void outerRingsRunCounterclockwiseAndHolesClockwise() throws IOException {
        JsonNode map = JSON.readTree(PlanMap.of(problem()).geoJson(plan()).orThrow());
        JsonNode square = feature(map, "square").get("geometry");
        assertThat(square.get("type").asText()).isEqualTo("Polygon");
        assertThat(area(square.get("coordinates").get(0))).isPositive();
        assertThat(area(square.get("coordinates").get(1))).isNegative();
        JsonNode parts = feature(map, "two parts").get("geometry");
        assertThat(parts.get("type").asText()).isEqualTo("MultiPolygon");
        assertThat(parts.get("coordinates")).hasSize(2).allMatch(part -> area(part.get(0)) > 0);
    }

    /** The sum over edges of (x2 - x1)(y2 + y1), which is negative where the shoelace formula is positive. */
    private static double area(JsonNode ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            sum -= (ring.get(i).get(0).asDouble() - ring.get(i - 1).get(0).asDouble())
                    * (ring.get(i).get(1).asDouble() + ring.get(i - 1).get(1).asDouble());
        }
        return sum;
    }

    @Test
    void aUnitWithoutATerritoryIsGrey() throws IOException {
        TerritoryPlan part = plan().withAssignment(ImmutableMap.of(UnitId.of("square"), TerritoryId.of("EAST")));
        JsonNode map = JSON.readTree(PlanMap.of(problem()).geoJson(part).orThrow());
        assertThat(feature(map, "two parts").get("properties").get("fill").asText())
                .isEqualTo("#bbbbbb");
        assertThat(feature(map, "two parts").get("properties").has("territory")).isFalse();
    }

    @Test
    void aPlaneIsNoGlobe() {
        TerritoryProblem flat = TerritoryProblem.builder()
                .id("flat")
                .version("1")
                .count(1)
                .addUnits(AlignmentUnit.builder()
                        .id(UnitId.of("u"))
                        .location(Location.planar(500_000, 5_000_000))
                        .build())
                .build();
        Checked<String> drawn = PlanMap.of(flat).geoJson(plan());
        assertThat(drawn.value()).isEmpty();
        assertThat(drawn.findings()).extracting(Finding::code).containsExactly("territory.geojson.planar");
        assertThat(drawn.findings().get(0).message()).contains("unit u ", "500000");
    }

    @Test
    void anOutlineThatIsNotInDegreesIsFound() {
        TerritoryProblem wrong = problem()
                .withUnits(unit("exchanged", 10, 50)
                        .addOutline(Polygon.of(Ring.of(50, 100, 51, 100, 51, 101, 50, 100)))
                        .build());
        assertThat(TerritoryDesigner.check(wrong))
                .extracting(Finding::code, Finding::path)
                .contains(org.assertj.core.groups.Tuple.tuple("territory.outline.range", "/units/0/outline"));
    }
}
