package io.salesops.quote.pricing;

import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import java.util.Optional;

/** Finds a line that is sold below the floor of its entry. */
final class FloorCheck {
    private FloorCheck() {}

    static Optional<Finding> check(PricedState state, int position) {
        if (state.state(position).sold().list().floor().isEmpty()) {
            return Optional.empty();
        }
        PricedLine line = state.line(position);
        Optional<Rational> floor = line.floor();
        Optional<Rational> unit = line.netUnit();
        boolean below = floor.isPresent() && unit.isPresent() && unit.get().compareTo(floor.get()) < 0;
        return below
                ? Optional.of(Finding.warning(
                                "quote.price.belowFloor",
                                "/lines/" + position,
                                "line " + line.id() + " sells " + line.line().product() + " at "
                                        + Figures.grouped(unit.get(), 0) + " a unit"
                                        + (state.state(position).sold().byMonth() ? " and month" : "")
                                        + ", below the floor of " + floor.get())
                        .maybe("Maybe lower the discount."))
                : Optional.empty();
    }
}
