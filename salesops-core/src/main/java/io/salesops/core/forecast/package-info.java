/** Forecasts of bookings: methods from history and the open pipeline, exact distributions, back-tests, submissions and their roll-up. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.forecast;
