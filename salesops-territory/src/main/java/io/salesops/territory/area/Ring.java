package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;

/**
 * A closed line around an area or a hole, as GeoJSON writes it: positions of longitude and latitude, or x and y, of which the
 * last is the first. It may run either way round.
 *
 * @param positions at least four, each of two numbers
 */
public record Ring(@JsonValue ImmutableList<ImmutableList<Double>> positions) {

    /** Checks that it is closed, and holds numbers only. */
    public Ring {
        checkArgument(positions.size() >= 4, "a ring has at least four positions: %s", positions);
        for (ImmutableList<Double> position : positions) {
            checkArgument(
                    position.size() == 2,
                    "a position has two numbers: %s. Maybe the third is a height, which is not kept.",
                    position);
            checkArgument(
                    Double.isFinite(position.get(0)) && Double.isFinite(position.get(1)),
                    "a position must be finite: %s",
                    position);
        }
        checkArgument(
                positions.get(0).equals(positions.get(positions.size() - 1)),
                "a ring ends where it starts: from %s to %s",
                positions.get(0),
                positions.get(positions.size() - 1));
    }

    /** Obtains a ring from its positions. */
    @JsonCreator
    public static Ring of(ImmutableList<ImmutableList<Double>> positions) {
        return new Ring(positions);
    }

    /** Obtains a ring from its numbers in turn: {@code Ring.of(lon, lat, lon, lat, ...)}. */
    public static Ring of(double... numbers) {
        checkArgument(numbers.length % 2 == 0, "numbers must come in pairs: %s of them", numbers.length);
        ImmutableList.Builder<ImmutableList<Double>> positions = ImmutableList.builder();
        for (int i = 0; i < numbers.length; i += 2) {
            positions.add(ImmutableList.of(numbers[i], numbers[i + 1]));
        }
        return new Ring(positions.build());
    }

    /** Returns twice the area inside, by the shoelace formula; negative if the ring runs clockwise. */
    public double signedArea() {
        double x = positions.get(0).get(0);
        double y = positions.get(0).get(1);
        double sum = 0;
        for (int i = 1; i < positions.size(); i++) {
            ImmutableList<Double> from = positions.get(i - 1);
            ImmutableList<Double> to = positions.get(i);
            // Relative to the first position, so that small areas far from zero keep their sign.
            sum += (from.get(0) - x) * (to.get(1) - y) - (to.get(0) - x) * (from.get(1) - y);
        }
        return sum;
    }

    /** Returns the ring the other way round. */
    public Ring reversed() {
        return new Ring(positions.reverse());
    }
}
