package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * An area with holes, as GeoJSON writes it.
 *
 * @param rings the outer ring, then the holes
 */
public record Polygon(@JsonValue ImmutableList<Ring> rings) {

    /** Checks that there is an outer ring. */
    public Polygon {
        checkArgument(!rings.isEmpty(), "a polygon has an outer ring");
    }

    /** Obtains a polygon from its rings. */
    @JsonCreator
    public static Polygon of(ImmutableList<Ring> rings) {
        return new Polygon(rings);
    }

    /** Obtains a polygon from its outer ring and its holes. */
    public static Polygon of(Ring outer, Ring... holes) {
        return new Polygon(Stream.concat(Stream.of(outer), Stream.of(holes)).collect(ImmutableList.toImmutableList()));
    }

    /** Returns the polygon with its outer ring counterclockwise and its holes clockwise, as RFC 7946 wants it. */
    public Polygon rightHanded() {
        ImmutableList.Builder<Ring> wound = ImmutableList.builder();
        for (int i = 0; i < rings.size(); i++) {
            Ring ring = rings.get(i);
            boolean clockwise = ring.signedArea() < 0;
            wound.add(clockwise == (i > 0) ? ring : ring.reversed());
        }
        return new Polygon(wound.build());
    }
}
