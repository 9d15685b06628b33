/**
 * Find, explain and merge duplicates: models learned without labels (Fellegi-Sunter), blocking with a pair budget, weights in
 * bits that add up, and merges as data that can be undone.
 */
@org.jspecify.annotations.NullMarked
package io.salesops.core.match;
