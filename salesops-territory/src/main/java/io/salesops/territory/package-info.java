/** Territories: design, balance, assignment and routing. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory;
