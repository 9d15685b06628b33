/** The sales process as data: stages, what a deal needs in each, and whether deals keep to it. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.process;
