/** Normalisers of names, companies, addresses and contact data, and string kernels. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.text;
