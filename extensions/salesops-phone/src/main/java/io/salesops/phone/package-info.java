/** Reads phone numbers by the numbering plans of libphonenumber, for normalising records before they are matched. */
@org.jspecify.annotations.NullMarked
package io.salesops.phone;
