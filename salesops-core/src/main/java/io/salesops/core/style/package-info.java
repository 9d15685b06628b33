/** The style of generated values. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.style;
