/** Plans reviewed before they pay anyone: what looks wrong, what jumps, and what they pay at which attainment. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.review;
