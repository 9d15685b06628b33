package io.salesops.core.io;

/**
 * How a file was found to be written.
 *
 * @param delimiter what separates its cells; empty of JSON
 * @param detected whether the delimiter was detected from the header; if not, the mapping states it
 * @param byteOrderMark whether the text began with a byte order mark
 */
public record Dialect(String delimiter, boolean detected, boolean byteOrderMark) {}
