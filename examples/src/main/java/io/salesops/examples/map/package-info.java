/** A generated island whose districts are designed into territories, and a picture of them that is drawn from GeoJSON. */
@org.jspecify.annotations.NullMarked
package io.salesops.examples.map;
