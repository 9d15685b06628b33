/** Leads to reps: what a router remembers between one lead and the next. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory.route;
