/** Runnable examples: lead to cash on files. */
@org.jspecify.annotations.NullMarked
package io.salesops.examples;
