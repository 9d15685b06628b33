/** What a change makes dirty, and the results of which only that is calculated again. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.incremental;
