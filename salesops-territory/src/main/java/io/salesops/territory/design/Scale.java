package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;

/**
 * How large the objective of a usual plan is, from the map alone, so that weights of travel and disruption mean the same on every
 * map: cutting a plane into k equal cells divides its inertia by k.
 *
 * @param usual compactness of a usual plan
 * @param perSquare what a squared distance is worth, in units of the objective
 */
record Scale(double usual, double perSquare) {

    static Scale of(Points points, double[] masses, int territories, Graph graph, Compactness compactness) {
        double mass = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        for (int u = 0; u < masses.length; u++) {
            mass += masses[u];
            x += masses[u] * points.x[u];
            y += masses[u] * points.y[u];
            z += masses[u] * points.z[u];
        }
        double inertia = 0;
        for (int u = 0; u < masses.length; u++) {
            inertia += masses[u] * points.square(u, x / mass, y / mass, z / mass);
        }
        inertia = Math.max(inertia / territories, Double.MIN_NORMAL);
        double distance = Math.sqrt(inertia / mass);
        double usual = switch (compactness) {
            case INERTIA -> inertia;
            case MEDIAN -> mass * distance;
            case CUT_EDGES -> 1.5 * Math.sqrt((double) graph.ends.length * territories);
        };
        return new Scale(usual, usual / inertia);
    }
}
