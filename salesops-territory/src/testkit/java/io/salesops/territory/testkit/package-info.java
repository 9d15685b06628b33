/** Generators of accounts and assignment rules, and the laws of such rules, for tests of territory and of applications that use it. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory.testkit;
