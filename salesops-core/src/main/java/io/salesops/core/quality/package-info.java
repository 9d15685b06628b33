/**
 * Data quality: rules as data that check one record on entry and a whole file alike, and repairs that are proposed with a
 * reason and applied only when told.
 */
@org.jspecify.annotations.NullMarked
package io.salesops.core.quality;
