package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Where a unit lies: on the globe, or in a plane of the user's. All units of a problem lie in one of the two. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(Location.Geographic.class), @JsonSubTypes.Type(Location.Planar.class)})
public sealed interface Location {

    /** Calls the case for this kind of location. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of location. */
    interface Cases<R> {
        R geographic(Geographic location);

        R planar(Planar location);
    }

    /** Obtains a point on the globe, in degrees. */
    static Location of(double latitude, double longitude) {
        return new Geographic(latitude, longitude);
    }

    /** Obtains a point in a plane. */
    static Location planar(double x, double y) {
        return new Planar(x, y);
    }

    /**
     * A point on the globe; distances are great circles in kilometres.
     *
     * @param latitude degrees from -90 to 90
     * @param longitude degrees from -180 to 180
     */
    @JsonTypeName("geographic")
    record Geographic(double latitude, double longitude) implements Location {

        /** Checks the range, and makes every zero the same. */
        public Geographic {
            checkArgument(latitude >= -90 && latitude <= 90, "latitude must be from -90 to 90: %s", latitude);
            checkArgument(
                    longitude >= -180 && longitude <= 180,
                    "longitude must be from -180 to 180: %s. Maybe it counts from 0 to 360.",
                    longitude);
            latitude += 0.0;
            longitude += 0.0;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.geographic(this);
        }
    }

    /**
     * A point in a plane; distances are Euclidean, in the unit of the coordinates.
     *
     * @param x to the right, at most a thousand million in size
     * @param y upwards, at most a thousand million in size
     */
    @JsonTypeName("planar")
    record Planar(double x, double y) implements Location {
        private static final double MOST = 1e9;

        /** Checks the range, and makes every zero the same. */
        public Planar {
            checkArgument(StrictMath.abs(x) <= MOST, "x must be from -1e9 to 1e9: %s", x);
            checkArgument(StrictMath.abs(y) <= MOST, "y must be from -1e9 to 1e9: %s", y);
            x += 0.0;
            y += 0.0;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.planar(this);
        }
    }
}
