/** Generators of every public model in one place; contracts and laws stand in the testkit package of each module. */
@org.jspecify.annotations.NullMarked
package io.salesops.testkit;
