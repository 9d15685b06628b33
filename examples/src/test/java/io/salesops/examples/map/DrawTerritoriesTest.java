package io.salesops.examples.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.design.Alternative;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class DrawTerritoriesTest {
    private static final Path GUIDE = Path.of("../docs/guide/territory-design.svg");

    private static Document xml(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> names(String svg) throws Exception {
        Document document = xml(svg);
        return java.util.stream.IntStream.range(
                        0, document.getElementsByTagName("text").getLength())
                .mapToObj(i -> document.getElementsByTagName("text").item(i).getTextContent())
                .toList();
    }

    @Test
    void theIslandIsDesignedAndDrawn(@TempDir Path folder) throws Exception {
        DrawTerritories.main(new String[] {folder.toString()});
        String svg = Files.readString(folder.resolve("territory-design.svg"));

        assertThat(names(svg)).hasSize(12).contains("T-01", "T-12");
        assertThat(svg).isEqualTo(MapPicture.svg(Files.readString(folder.resolve("territory-design.geojson"))));
        // The picture of the guide is of the same island; its borders move with every improvement of the search.
        String guide = Files.readString(GUIDE);
        assertThat(names(guide)).isEqualTo(names(svg));
        assertThat(xml(guide).getDocumentElement().getAttribute("viewBox"))
                .isEqualTo(xml(svg).getDocumentElement().getAttribute("viewBox"));
    }

    @Test
    void theDesignKeepsItsBand() throws IOException {
        TerritoryProblem problem = DrawTerritories.problem();
        Alternative best = DrawTerritories.design(problem);

        assertThat(best.measures().get(0).outside()).isEmpty();
        assertThat(best.fragments()).isZero();
        assertThat(best.empties()).isZero();
        assertThat(best.certificate().faults()).isEmpty();
        assertThat(DrawTerritories.geoJson(problem, DrawTerritories.design(problem)))
                .isEqualTo(DrawTerritories.geoJson(problem, best));
    }
}
