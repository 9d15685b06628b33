package io.salesops.territory.design;

import java.util.Arrays;

/** What ties units to territories: locks, the present plan and what leaving it costs, homes, and forbidden pairs. Immutable. */
final class Ties {
    /** The territory in which a unit is locked, or -1. */
    final int[] locked;
    /** The territory to which a unit belongs at present, or -1. */
    final int[] present;
    /** What leaving the present territory costs, in units of the objective. */
    final double[] moveCosts;
    /** What a unit counts of the share that may move. */
    final double[] moveLoads;
    /** How much of that may be moved in all. */
    final double mostMoved;
    /** The homes of territories, three coordinates each; NaN where there is none. */
    final double[] homes;
    /** What one squared kilometre of the way from home costs, for a unit of weight 1. */
    final double travel;
    /** Territories that each unit must not be in, ascending; empty where there are none. */
    final int[][] banned;
    /** Units with which each unit must not be; empty where there are none. */
    final int[][] apart;

    private final boolean free;

    Ties(
            int[] locked,
            int[] present,
            double[] moveCosts,
            double[] moveLoads,
            double mostMoved,
            double[] homes,
            double travel,
            int[][] banned,
            int[][] apart) {
        this.locked = locked;
        this.present = present;
        this.moveCosts = moveCosts;
        this.moveLoads = moveLoads;
        this.mostMoved = mostMoved;
        this.homes = homes;
        this.travel = travel;
        this.banned = banned;
        this.apart = apart;
        boolean costs = travel > 0 || mostMoved < Double.MAX_VALUE || banned.length > 0 || apart.length > 0;
        for (double cost : moveCosts) {
            costs |= cost > 0;
        }
        free = !costs;
    }

    /** Returns the ties with other costs of moving, and another limit to it. */
    Ties moving(double[] costs, double most) {
        return new Ties(locked, present, costs, moveLoads, most, homes, travel, banned, apart);
    }

    /** Nothing is tied. */
    static Ties none(int units, int territories) {
        int[] nowhere = new int[units];
        Arrays.fill(nowhere, -1);
        double[] homeless = new double[3 * territories];
        Arrays.fill(homeless, Double.NaN);
        return new Ties(
                nowhere,
                nowhere,
                new double[units],
                new double[units],
                Double.MAX_VALUE,
                homeless,
                0,
                new int[0][],
                new int[0][]);
    }

    /** Whether no cost and no rule, save locks, tells one territory from another. */
    boolean free() {
        return free;
    }

    /** Whether there are rules on where units must not be. */
    boolean rules() {
        return banned.length > 0 || apart.length > 0;
    }

    /** What it costs that a unit of a weight is in a territory. */
    double cost(Points points, int unit, double weight, int territory) {
        double cost = present[unit] >= 0 && present[unit] != territory ? moveCosts[unit] : 0;
        double x = homes[3 * territory];
        if (travel > 0 && !Double.isNaN(x)) {
            cost += travel * weight * points.square(unit, x, homes[3 * territory + 1], homes[3 * territory + 2]);
        }
        return cost;
    }

    /** How much of the share that may move a unit uses up in a territory. */
    double moved(int unit, int territory) {
        return present[unit] >= 0 && present[unit] != territory ? moveLoads[unit] : 0;
    }

    /** Whether rules keep a unit out of a territory. */
    boolean bars(int unit, int territory, int[] labels) {
        if (banned.length > 0 && Arrays.binarySearch(banned[unit], territory) >= 0) {
            return true;
        }
        if (apart.length > 0) {
            for (int other : apart[unit]) {
                if (labels[other] == territory) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns the ties of some units in some territories.
     *
     * @param place for each unit its number in the part, or -1
     * @param number for each territory its number in the part, or -1
     * @param allowance how much of the part may be moved
     */
    Ties part(int[] units, int[] place, int[] territories, int[] number, double allowance) {
        int[] someLocked = new int[units.length];
        int[] somePresent = new int[units.length];
        double[] someCosts = new double[units.length];
        double[] someLoads = new double[units.length];
        int[][] someBanned = banned.length > 0 ? new int[units.length][] : banned;
        int[][] someApart = apart.length > 0 ? new int[units.length][] : apart;
        for (int i = 0; i < units.length; i++) {
            int unit = units[i];
            someLocked[i] = locked[unit] < 0 ? -1 : number[locked[unit]];
            // A present territory outside the part stays different from all inside it.
            somePresent[i] =
                    present[unit] < 0 ? -1 : number[present[unit]] < 0 ? territories.length : number[present[unit]];
            someCosts[i] = moveCosts[unit];
            someLoads[i] = moveLoads[unit];
            if (banned.length > 0) {
                someBanned[i] = Arrays.stream(banned[unit])
                        .map(territory -> number[territory])
                        .filter(territory -> territory >= 0)
                        .sorted()
                        .toArray();
            }
            if (apart.length > 0) {
                someApart[i] = Arrays.stream(apart[unit])
                        .map(other -> place[other])
                        .filter(other -> other >= 0)
                        .toArray();
            }
        }
        double[] someHomes = new double[3 * territories.length];
        for (int t = 0; t < territories.length; t++) {
            System.arraycopy(homes, 3 * territories[t], someHomes, 3 * t, 3);
        }
        return new Ties(
                someLocked, somePresent, someCosts, someLoads, allowance, someHomes, travel, someBanned, someApart);
    }
}
