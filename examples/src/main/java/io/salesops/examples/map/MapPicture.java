package io.salesops.examples.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws GeoJSON of a plan as SVG: each district in its territory's colour, borders between territories dark, names at the centres. */
final class MapPicture {
    private static final double WIDTH = 900;
    private static final double MARGIN = 10;

    private final JsonNode map;
    private double west = Double.MAX_VALUE;
    private double east = -Double.MAX_VALUE;
    private double south = Double.MAX_VALUE;
    private double north = -Double.MAX_VALUE;

    private MapPicture(JsonNode map) {
        this.map = map;
        for (JsonNode feature : map.get("features")) {
            for (JsonNode position : outer(feature)) {
                west = Math.min(west, position.get(0).doubleValue());
                east = Math.max(east, position.get(0).doubleValue());
                south = Math.min(south, position.get(1).doubleValue());
                north = Math.max(north, position.get(1).doubleValue());
            }
        }
    }

    /** Draws a feature collection whose units are polygons of one ring. */
    static String svg(String geoJson) {
        try {
            return new MapPicture(new ObjectMapper().readTree(geoJson)).draw();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no GeoJSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The outer ring of a polygon; nothing of a point. */
    private static Iterable<JsonNode> outer(JsonNode feature) {
        JsonNode geometry = feature.get("geometry");
        return geometry.get("type").asText().equals("Polygon")
                ? geometry.get("coordinates").get(0)
                : ImmutableList.of();
    }

    private double scale() {
        return (WIDTH - 2 * MARGIN) / ((east - west) * narrow());
    }

    /** How much narrower than high a degree is in the middle of the map. */
    private double narrow() {
        return StrictMath.cos(StrictMath.toRadians((south + north) / 2));
    }

    private String place(JsonNode position) {
        double x = MARGIN + (position.get(0).doubleValue() - west) * narrow() * scale();
        double y = MARGIN + (north - position.get(1).doubleValue()) * scale();
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private String draw() {
        Map<String, StringBuilder> districts = new TreeMap<>();
        Map<String, String> colours = new TreeMap<>();
        Map<String, String> borders = new TreeMap<>();
        StringBuilder names = new StringBuilder();
        for (JsonNode feature : map.get("features")) {
            JsonNode properties = feature.get("properties");
            String territory = properties.path("territory").asText();
            if (properties.get("kind").asText().equals("unit")) {
                colours.put(territory, properties.get("fill").asText());
                districts
                        .computeIfAbsent(territory, name -> new StringBuilder())
                        .append(district(feature, borders));
            } else {
                names.append(name(territory, feature.get("geometry").get("coordinates")));
            }
        }
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\">%n",
                WIDTH,
                2 * MARGIN + (north - south) * scale()));
        districts.forEach((territory, path) -> svg.append("<path fill=\"")
                .append(colours.get(territory))
                .append("\" fill-opacity=\"0.75\" stroke=\"#ffffff\" stroke-width=\"0.5\" d=\"")
                .append(path)
                .append("\"/>\n"));
        svg.append("<path fill=\"none\" stroke=\"#333333\" stroke-width=\"2\" stroke-linecap=\"round\" d=\"");
        borders.forEach((line, territory) -> svg.append("M").append(line));
        svg.append(
                        "\"/>\n<g font-family=\"sans-serif\" font-size=\"15\" font-weight=\"bold\" text-anchor=\"middle\">\n")
                .append(names)
                .append("</g>\n</svg>\n");
        return svg.toString().replace(System.lineSeparator(), "\n");
    }

    /** The outline of a district; its sides stay among the borders until a neighbour of the same territory has them as well. */
    private String district(JsonNode feature, Map<String, String> borders) {
        String territory = feature.get("properties").path("territory").asText();
        StringBuilder path = new StringBuilder("M");
        String previous = "";
        for (JsonNode position : outer(feature)) {
            String place = place(position);
            if (!previous.isEmpty()) {
                String line = previous.compareTo(place) < 0 ? previous + "L" + place : place + "L" + previous;
                if (!borders.remove(line, territory)) {
                    borders.put(line, territory);
                }
                path.append(path.length() > 1 ? "L" : "").append(place);
            }
            previous = place;
        }
        return path.append("Z").toString();
    }

    private String name(String territory, JsonNode position) {
        String[] place = place(position).split(",", -1);
        return "<text x=\"" + place[0] + "\" y=\"" + place[1] + "\">"
                + territory.replace("&", "&amp;").replace("<", "&lt;") + "</text>\n";
    }
}
