package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;
import java.util.Arrays;

/** A problem in arrays, as the search reads it: units and territories are numbers from 0. Immutable. */
final class SearchProblem {
    final int units;
    final int territories;
    /** Borders if territories are to hang together, else the nearest units. */
    final Graph graph;

    final boolean contiguous;
    final Points points;
    /** What distances of a unit weigh. */
    final double[] masses;

    final Bands bands;
    final Ties ties;
    final Compactness compactness;

    SearchProblem(
            int territories,
            Graph graph,
            boolean contiguous,
            Points points,
            double[] masses,
            Bands bands,
            Ties ties,
            Compactness compactness) {
        this.units = masses.length;
        this.territories = territories;
        this.graph = graph;
        this.contiguous = contiguous;
        this.points = points;
        this.masses = masses;
        this.bands = bands;
        this.ties = ties;
        this.compactness = compactness;
    }

    /** Returns the problem with other limits. */
    SearchProblem with(Bands others) {
        return new SearchProblem(territories, graph, contiguous, points, masses, others, ties, compactness);
    }

    /** Returns the problem with other ties. */
    SearchProblem with(Ties others) {
        return new SearchProblem(territories, graph, contiguous, points, masses, bands, others, compactness);
    }

    /** The share of an average unit in an average territory: the grain of every deviation. */
    double grain() {
        return (double) territories / units;
    }

    /**
     * Returns the problem on some units and territories.
     *
     * @param allowance how much of the part may be moved
     */
    SearchProblem part(int[] someUnits, int[] someTerritories, double allowance) {
        int[] place = new int[units];
        Arrays.fill(place, -1);
        for (int i = 0; i < someUnits.length; i++) {
            place[someUnits[i]] = i;
        }
        int[] number = new int[territories];
        Arrays.fill(number, -1);
        for (int i = 0; i < someTerritories.length; i++) {
            number[someTerritories[i]] = i;
        }
        double[] someMasses = new double[someUnits.length];
        for (int i = 0; i < someUnits.length; i++) {
            someMasses[i] = masses[someUnits[i]];
        }
        return new SearchProblem(
                someTerritories.length,
                graph.part(someUnits, place),
                contiguous,
                points.part(someUnits),
                someMasses,
                bands.part(someUnits, someTerritories),
                ties.part(someUnits, place, someTerritories, number, allowance),
                compactness);
    }
}
