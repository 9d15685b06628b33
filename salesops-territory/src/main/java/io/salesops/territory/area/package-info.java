/** Alignment units, and the plans that say which territory each belongs to. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory.area;
