package io.salesops.core.text;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The lists that ship in the jar. */
final class TextResource {

    private TextResource() {}

    /** The lines of a list of this package that are neither blank nor comments ({@code #}). */
    static ImmutableList<String> lines(String name) {
        try {
            return Resources.readLines(Resources.getResource(TextResource.class, name), StandardCharsets.UTF_8).stream()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list " + name, e);
        }
    }
}
