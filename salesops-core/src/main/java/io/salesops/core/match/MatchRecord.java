package io.salesops.core.match;

import com.google.common.collect.ImmutableMap;
import java.io.Serializable;

/**
 * One row.
 *
 * @param columns the texts by column; a column without text is left out
 */
public record MatchRecord(ImmutableMap<String, String> columns) implements Serializable {}
