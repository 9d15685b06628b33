/** Alignment units and their borders, the problem of designing territories, and the plans that say which territory each unit belongs to. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory.area;
