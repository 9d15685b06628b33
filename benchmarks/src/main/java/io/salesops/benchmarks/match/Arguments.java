package io.salesops.benchmarks.match;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;

/**
 * Arguments of a measurement: words, and options as {@code name=value}.
 *
 * @param words what is no option
 * @param options the options by name
 */
record Arguments(ImmutableList<String> words, ImmutableMap<String, String> options) {

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException if there is an option of another name
     */
    static Arguments of(String[] args, String... names) {
        ImmutableSet<String> known = ImmutableSet.copyOf(names);
        ImmutableList.Builder<String> words = ImmutableList.builder();
        ImmutableMap.Builder<String, String> options = ImmutableMap.builder();
        for (String arg : args) {
            int equal = arg.indexOf('=');
            if (equal > 0 && known.contains(arg.substring(0, equal))) {
                options.put(arg.substring(0, equal), arg.substring(equal + 1));
            } else if (equal > 0 && arg.indexOf('/') < 0) {
                throw new IllegalArgumentException(
                        "no option '" + arg.substring(0, equal) + "'. Maybe one of " + Arrays.toString(names) + ".");
            } else {
                words.add(arg);
            }
        }
        return new Arguments(words.build(), options.buildKeepingLast());
    }

    String text(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    ImmutableSet<String> names(String name, String otherwise) {
        return ImmutableSet.copyOf(
                Splitter.on(',').trimResults().omitEmptyStrings().split(text(name, otherwise)));
    }
}
