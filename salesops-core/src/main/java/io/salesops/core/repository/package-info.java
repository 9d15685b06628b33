/** Ports through which an application plugs its stores in, and in-memory stores for tests and examples. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.repository;
