/** Generators of plans, credits and payees, and the laws of a plan, for tests of commission and of applications that use it. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.testkit;
