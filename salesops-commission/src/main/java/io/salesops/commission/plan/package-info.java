/** Plans as data: the rules by which credited revenue becomes commission, and the conventions on which plan documents differ. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.plan;
