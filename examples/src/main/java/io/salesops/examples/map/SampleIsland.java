package io.salesops.examples.map;

import com.google.common.collect.ImmutableList;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.Polygon;
import io.salesops.territory.area.Ring;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.util.Random;

/**
 * Makes an island that is on no map: districts between bent lines, with a few towns around which most accounts are. The same
 * seed makes the same island on any machine.
 */
final class SampleIsland {
    static final String MEASURE = "accounts";
    private static final int COLUMNS = 36;
    private static final int ROWS = 24;
    private static final double STEP = 0.1;
    private static final double WEST = -31;
    private static final double SOUTH = 47;
    private static final int TOWNS = 7;

    private final Random random;
    private final double[][][] corners = new double[COLUMNS + 1][ROWS + 1][];
    private final double[][] towns = new double[TOWNS][];

    private SampleIsland(long seed) {
        random = new Random(seed);
        for (int column = 0; column <= COLUMNS; column++) {
            for (int row = 0; row <= ROWS; row++) {
                corners[column][row] = new double[] {
                    rounded(WEST + STEP * (column + shift())), rounded(SOUTH + STEP * (row + shift()) * 0.7)
                };
            }
        }
        for (int t = 0; t < TOWNS; t++) {
            towns[t] = new double[] {
                COLUMNS * (0.15 + 0.7 * random.nextDouble()),
                ROWS * (0.15 + 0.7 * random.nextDouble()),
                1 + random.nextDouble()
            };
        }
    }

    private double shift() {
        return 0.6 * (random.nextDouble() - 0.5);
    }

    private static double rounded(double degrees) {
        return StrictMath.rint(degrees * 10_000) / 10_000;
    }

    /** Makes the island of a seed, to be designed into territories within a band. */
    static TerritoryProblem problem(long seed, int territories, String band) {
        SampleIsland island = new SampleIsland(seed);
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("island")
                .version(Long.toString(seed))
                .note("A generated island")
                .count(territories)
                .addBalance(Balance.of(MEASURE, band))
                .objective(Objective.builder().measure(MEASURE).build())
                .bridgeIslands(true);
        for (int column = 0; column < COLUMNS; column++) {
            for (int row = 0; row < ROWS; row++) {
                if (isLand(column, row)) {
                    problem.addUnits(island.district(column, row));
                    if (isLand(column - 1, row)) {
                        problem.addBorders(Border.of(name(column - 1, row), name(column, row)));
                    }
                    if (isLand(column, row - 1)) {
                        problem.addBorders(Border.of(name(column, row - 1), name(column, row)));
                    }
                }
            }
        }
        return problem.build();
    }

    /** An oval whose coast has bays, with a lake. */
    private static boolean isLand(int column, int row) {
        if (column < 0 || row < 0) {
            return false;
        }
        double x = 2.0 * (column + 0.5) / COLUMNS - 1;
        double y = 2.0 * (row + 0.5) / ROWS - 1;
        double angle = StrictMath.atan2(y, x);
        double coast = 0.86 + 0.09 * StrictMath.sin(3 * angle + 1) + 0.07 * StrictMath.sin(7 * angle);
        boolean lake = StrictMath.hypot(x - 0.28, (y + 0.1) * 0.8) < 0.1;
        return StrictMath.hypot(x, y) < coast && !lake;
    }

    private static String name(int column, int row) {
        return (char) ('A' + row) + Integer.toString(column + 1);
    }

    private AlignmentUnit district(int column, int row) {
        double[][] around = {
            corners[column][row], corners[column + 1][row], corners[column + 1][row + 1], corners[column][row + 1]
        };
        double longitude = 0;
        double latitude = 0;
        for (double[] corner : around) {
            longitude += corner[0] / 4;
            latitude += corner[1] / 4;
        }
        double accounts = 3 + 6 * random.nextDouble();
        for (double[] town : towns) {
            double far = StrictMath.hypot(column - town[0], row - town[1]);
            accounts += 80 * town[2] * StrictMath.exp(-far * far / 6);
        }
        return AlignmentUnit.builder()
                .id(UnitId.of(name(column, row)))
                .location(Location.of(rounded(latitude), rounded(longitude)))
                .putWeights(MEASURE, StrictMath.round(accounts))
                .outline(ImmutableList.of(Polygon.of(Ring.of(
                        around[0][0],
                        around[0][1],
                        around[1][0],
                        around[1][1],
                        around[2][0],
                        around[2][1],
                        around[3][0],
                        around[3][1],
                        around[0][0],
                        around[0][1]))))
                .build();
    }
}
