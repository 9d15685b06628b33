/** Sample files for the examples: invented companies, people and deals, with dirt on purpose, from a seeded generator. */
@org.jspecify.annotations.NullMarked
package io.salesops.examples.sample;
