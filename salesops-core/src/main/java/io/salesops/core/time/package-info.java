/** Half-open date ranges, the day a question is asked about, fiscal calendars, working time and day counts. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.time;
