package io.salesops.core.testkit;

import java.util.List;

/**
 * One call of a log, in a sequence of them.
 *
 * @param key the text that makes the key
 * @param entries what is added
 * @param off how far the expected last sequence is from the right one
 */
public record Append<E>(String key, List<E> entries, int off) {}
