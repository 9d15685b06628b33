/** Policies as data, and the check of a priced quote against them; a breach names what it demands and of whom. */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.compliance;
