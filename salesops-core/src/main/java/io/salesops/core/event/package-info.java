/** Events that other systems are told of, and the outbox in which they wait: written with the records they tell of, read afterwards in order. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.event;
