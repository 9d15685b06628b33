package io.salesops.core.io;

import com.google.common.collect.ImmutableList;

/**
 * The records of a file that fits into memory, and the report.
 *
 * @param records what was loaded, in the order of the file
 * @param report what was read, loaded and refused
 * @param <T> what a row describes
 */
public record Import<T>(ImmutableList<T> records, ImportReport report) {}
