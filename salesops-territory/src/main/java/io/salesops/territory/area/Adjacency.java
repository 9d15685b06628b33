package io.salesops.territory.area;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where the borders between units come from. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Adjacency {
    /** The borders and bridges of the problem, and no others. */
    GIVEN,
    /** The triangulation of the units' locations (Delaunay 1934): generous, with long borders around the outside. */
    DELAUNAY,
    /** Two units whose circle holds no other (Gabriel and Sokal 1969): part of the triangulation, without its long borders. */
    GABRIEL
}
