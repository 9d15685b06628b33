package io.salesops.territory.design;

import java.math.BigDecimal;

/** Signs of determinants: in doubles where their error cannot matter (bounds of Shewchuk 1997), exactly where it can. */
final class Orientation {
    private static final double EPSILON = 0x1.0p-53;
    private static final double TURN_ERROR = (3 + 16 * EPSILON) * EPSILON;
    private static final double CIRCLE_ERROR = (10 + 96 * EPSILON) * EPSILON;

    private Orientation() {}

    /** Positive if a, b, c turn left; 0 on a line. */
    static int turn(double ax, double ay, double bx, double by, double cx, double cy) {
        double left = (ax - cx) * (by - cy);
        double right = (ay - cy) * (bx - cx);
        double determinant = left - right;
        if (Math.abs(determinant) > TURN_ERROR * (Math.abs(left) + Math.abs(right))) {
            return determinant > 0 ? 1 : -1;
        }
        return product(difference(ax, cx), difference(by, cy))
                .subtract(product(difference(ay, cy), difference(bx, cx)))
                .signum();
    }

    /** Positive if d lies inside the circle through a, b, c, which turn left. */
    static int inCircle(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        double adx = ax - dx;
        double ady = ay - dy;
        double bdx = bx - dx;
        double bdy = by - dy;
        double cdx = cx - dx;
        double cdy = cy - dy;
        double aLift = adx * adx + ady * ady;
        double bLift = bdx * bdx + bdy * bdy;
        double cLift = cdx * cdx + cdy * cdy;
        double determinant =
                aLift * (bdx * cdy - cdx * bdy) + bLift * (cdx * ady - adx * cdy) + cLift * (adx * bdy - bdx * ady);
        double permanent = aLift * (Math.abs(bdx * cdy) + Math.abs(cdx * bdy))
                + bLift * (Math.abs(cdx * ady) + Math.abs(adx * cdy))
                + cLift * (Math.abs(adx * bdy) + Math.abs(bdx * ady));
        if (Math.abs(determinant) > CIRCLE_ERROR * permanent) {
            return determinant > 0 ? 1 : -1;
        }
        return exactly(
                difference(ax, dx),
                difference(ay, dy),
                difference(bx, dx),
                difference(by, dy),
                difference(cx, dx),
                difference(cy, dy));
    }

    private static int exactly(
            BigDecimal adx, BigDecimal ady, BigDecimal bdx, BigDecimal bdy, BigDecimal cdx, BigDecimal cdy) {
        BigDecimal aLift = product(adx, adx).add(product(ady, ady));
        BigDecimal bLift = product(bdx, bdx).add(product(bdy, bdy));
        BigDecimal cLift = product(cdx, cdx).add(product(cdy, cdy));
        return product(aLift, product(bdx, cdy).subtract(product(cdx, bdy)))
                .add(product(bLift, product(cdx, ady).subtract(product(adx, cdy))))
                .add(product(cLift, product(adx, bdy).subtract(product(bdx, ady))))
                .signum();
    }

    private static BigDecimal difference(double one, double other) {
        return new BigDecimal(one).subtract(new BigDecimal(other));
    }

    private static BigDecimal product(BigDecimal one, BigDecimal other) {
        return one.multiply(other);
    }
}
