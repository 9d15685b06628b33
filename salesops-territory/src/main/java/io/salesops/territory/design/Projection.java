package io.salesops.territory.design;

/**
 * Points in a plane: planar ones as they are, those of the globe by the stereographic projection from the point opposite to
 * their middle, which keeps circles circles, so that the triangulation of the plane is that of the globe.
 */
final class Projection {
    private final double[] u;
    private final double[] v;

    private Projection(double[] u, double[] v) {
        this.u = u;
        this.v = v;
    }

    /** The coordinates to one side. */
    double[] u() {
        return u;
    }

    /** The coordinates to the other. */
    double[] v() {
        return v;
    }

    static Projection of(Points points) {
        int n = points.size();
        boolean flat = true;
        for (int i = 0; i < n; i++) {
            flat &= points.z[i] == 0;
        }
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < n; i++) {
            x += points.x[i];
            y += points.y[i];
            z += points.z[i];
        }
        double length = Math.sqrt(x * x + y * y + z * z);
        if (flat || length == 0) {
            return new Projection(points.x.clone(), points.y.clone());
        }
        double[] normal = {x / length, y / length, z / length};
        double[] side = side(normal);
        double[] up = {
            normal[1] * side[2] - normal[2] * side[1],
            normal[2] * side[0] - normal[0] * side[2],
            normal[0] * side[1] - normal[1] * side[0]
        };
        double[] u = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            double height = dot(points, i, normal);
            double scale = 2 * Points.RADIUS / Math.max(Points.RADIUS + height, 1e-6 * Points.RADIUS);
            u[i] = scale * dot(points, i, side) + 0.0;
            v[i] = scale * dot(points, i, up) + 0.0;
        }
        return new Projection(u, v);
    }

    private static double dot(Points points, int i, double[] axis) {
        return points.x[i] * axis[0] + points.y[i] * axis[1] + points.z[i] * axis[2];
    }

    private static double[] side(double[] normal) {
        double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1]);
        return length < 1e-9 ? new double[] {1, 0, 0} : new double[] {-normal[1] / length, normal[0] / length, 0};
    }
}
