/** Conditions as data over typed fields: three-valued, readable from JSON, and able to name the field that is missing. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.criteria;
