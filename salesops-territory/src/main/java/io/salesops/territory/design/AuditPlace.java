package io.salesops.territory.design;

import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Location;
import java.util.List;
import java.util.Optional;

/**
 * A place in the audit's own arithmetic: latitude and longitude in radians, or two coordinates of a plane.
 *
 * @param globe whether it lies on the globe
 */
record AuditPlace(double first, double second, boolean globe) {

    static AuditPlace of(Location location) {
        return location.match(new Location.Cases<AuditPlace>() {
            @Override
            public AuditPlace geographic(Location.Geographic point) {
                return new AuditPlace(
                        StrictMath.toRadians(point.latitude()), StrictMath.toRadians(point.longitude()), true);
            }

            @Override
            public AuditPlace planar(Location.Planar point) {
                return new AuditPlace(point.x(), point.y(), false);
            }
        });
    }

    /** The weighted mean of each territory; the plain one of those that weigh nothing. */
    static AuditPlace[] means(List<AlignmentUnit> units, int[] labels, int territories, Optional<String> measure) {
        double[] masses = new double[territories];
        double[][] sums = new double[territories][6];
        boolean globe = false;
        for (int u = 0; u < labels.length; u++) {
            if (labels[u] < 0) {
                continue;
            }
            double weight = PlanAudit.weight(units.get(u), measure);
            AuditPlace place = of(units.get(u).location());
            globe = place.globe;
            double level = globe ? StrictMath.cos(place.first) : 1;
            double x = globe ? level * StrictMath.cos(place.second) : place.first;
            double y = globe ? level * StrictMath.sin(place.second) : place.second;
            double z = globe ? StrictMath.sin(place.first) : 1;
            masses[labels[u]] += weight;
            double[] sum = sums[labels[u]];
            sum[0] += weight * x;
            sum[1] += weight * y;
            sum[2] += weight * z;
            sum[3] += x;
            sum[4] += y;
            sum[5] += z;
        }
        AuditPlace[] means = new AuditPlace[territories];
        for (int t = 0; t < territories; t++) {
            int at = masses[t] > 0 ? 0 : 3;
            double x = sums[t][at];
            double y = sums[t][at + 1];
            double z = sums[t][at + 2];
            means[t] = globe
                    ? new AuditPlace(StrictMath.atan2(z, StrictMath.hypot(x, y)), StrictMath.atan2(y, x), true)
                    : new AuditPlace(x / z, y / z, false);
        }
        return means;
    }

    double distance(Location location) {
        AuditPlace other = of(location);
        if (!globe) {
            return StrictMath.hypot(first - other.first, second - other.second);
        }
        double north = StrictMath.sin((first - other.first) / 2);
        double east = StrictMath.sin((second - other.second) / 2);
        double haversine = north * north + StrictMath.cos(first) * StrictMath.cos(other.first) * east * east;
        return 2 * Points.RADIUS * StrictMath.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
