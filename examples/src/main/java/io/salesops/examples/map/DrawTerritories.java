package io.salesops.examples.map;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.design.Alternative;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.PlanMap;
import io.salesops.territory.design.TerritoryDesigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Designs territories on a generated island, and writes them as GeoJSON and as a picture that is drawn from it. */
public final class DrawTerritories {
    private static final long SEED = 7;
    private static final int TERRITORIES = 12;
    private static final long STEPS = 200;

    private DrawTerritories() {}

    /**
     * Writes {@code territory-design.geojson} and {@code territory-design.svg}.
     *
     * @param args the folder to write to
     */
    public static void main(String[] args) throws IOException {
        checkArgument(args.length == 1, "give the folder to write to: got %s arguments", args.length);
        Alternative best = design(problem());
        String geoJson = geoJson(problem(), best);
        Path folder = Files.createDirectories(Path.of(args[0]));
        Files.writeString(folder.resolve("territory-design.geojson"), geoJson);
        Files.writeString(folder.resolve("territory-design.svg"), MapPicture.svg(geoJson));
        System.out.println(best.explain());
    }

    static TerritoryProblem problem() {
        return SampleIsland.problem(SEED, TERRITORIES, "3%");
    }

    static Alternative design(TerritoryProblem problem) {
        return TerritoryDesigner.of(DesignOptions.builder()
                        .seed(1)
                        .steps(STEPS)
                        .alternatives(1)
                        .build())
                .design(problem)
                .orThrow()
                .best();
    }

    static String geoJson(TerritoryProblem problem, Alternative alternative) {
        return PlanMap.of(problem).geoJson(alternative).orThrow();
    }
}
