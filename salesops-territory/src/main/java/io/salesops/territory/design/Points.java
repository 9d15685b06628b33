package io.salesops.territory.design;

/** Where the units lie: on a sphere in kilometres, or in a plane. Immutable. */
final class Points {
    /** The mean radius of the Earth (IUGG), in kilometres. */
    static final double RADIUS = 6371.0088;

    final double[] x;
    final double[] y;
    final double[] z;
    /** Whether distances are rounded down. */
    final boolean whole;

    Points(double[] x, double[] y, double[] z, boolean whole) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.whole = whole;
    }

    int size() {
        return x.length;
    }

    /** The square of the straight distance; on the sphere through the Earth. */
    double square(int one, int other) {
        double dx = x[one] - x[other];
        double dy = y[one] - y[other];
        double dz = z[one] - z[other];
        return dx * dx + dy * dy + dz * dz;
    }

    /** The square of the straight distance to a place. */
    double square(int unit, double px, double py, double pz) {
        double dx = x[unit] - px;
        double dy = y[unit] - py;
        double dz = z[unit] - pz;
        return dx * dx + dy * dy + dz * dz;
    }

    /** The distance, rounded down if the problem says so. */
    double distance(int one, int other) {
        double distance = Math.sqrt(square(one, other));
        return whole ? Math.floor(distance) : distance;
    }

    Points part(int[] units) {
        double[] px = new double[units.length];
        double[] py = new double[units.length];
        double[] pz = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            px[i] = x[units[i]];
            py[i] = y[units[i]];
            pz[i] = z[units[i]];
        }
        return new Points(px, py, pz, whole);
    }
}
