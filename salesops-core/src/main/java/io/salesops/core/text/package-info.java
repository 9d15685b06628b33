/**
 * Normalisers of names, companies, addresses and contact data, and string kernels: pure functions on text that matching,
 * data quality and screening share.
 */
@org.jspecify.annotations.NullMarked
package io.salesops.core.text;
