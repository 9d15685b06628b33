/** Generators of plans, credits and payees, for tests of commission and of applications that use it. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.testkit;
