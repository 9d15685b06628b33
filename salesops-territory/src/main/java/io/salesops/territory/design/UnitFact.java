package io.salesops.territory.design;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Location;
import java.util.Map;

/** A unit as one text, the same for equal units and different for others: names with their lengths, coordinates by their bits. */
final class UnitFact {
    private static final int RADIX = 36;

    private UnitFact() {}

    static String text(AlignmentUnit unit) {
        StringBuilder text = new StringBuilder(80);
        name(text, unit.id().value());
        unit.location().match(new Location.Cases<StringBuilder>() {
            @Override
            public StringBuilder geographic(Location.Geographic point) {
                return number(number(text.append('g'), point.latitude()), point.longitude());
            }

            @Override
            public StringBuilder planar(Location.Planar point) {
                return number(number(text.append('p'), point.x()), point.y());
            }
        });
        ImmutableMap<String, Long> weights = unit.weights();
        for (Map.Entry<String, Long> weight :
                (weights.size() > 1 ? ImmutableSortedMap.copyOf(weights) : weights).entrySet()) {
            name(text, weight.getKey()).append('=').append((long) weight.getValue());
        }
        unit.present().ifPresent(present -> name(text.append(";at"), present.value()));
        text.append(unit.locked() ? ";locked" : "");
        unit.moveCost().ifPresent(cost -> text.append(";cost").append(cost));
        unit.protection().ifPresent(one -> name(text.append(";class"), one));
        if (!unit.outline().isEmpty()) {
            text.append(";outline").append(unit.outline());
        }
        return text.toString();
    }

    private static StringBuilder name(StringBuilder text, String name) {
        return text.append(' ').append(name.length()).append(':').append(name);
    }

    private static StringBuilder number(StringBuilder text, double value) {
        return text.append(' ').append(Long.toString(Double.doubleToLongBits(value), RADIX));
    }
}
