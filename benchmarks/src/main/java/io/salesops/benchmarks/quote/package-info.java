/** Quotes of 200 and 10,000 lines through a waterfall of five steps, and one changed line, beside a loop and a peer. */
@NullMarked
package io.salesops.benchmarks.quote;

import org.jspecify.annotations.NullMarked;
