/** How a long call runs: executor, progress, cancellation and time limit, none of which changes a figure. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.run;
