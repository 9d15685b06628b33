package io.salesops.benchmarks.territory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rate;

/**
 * What a measurement was asked for.
 *
 * @param files what does not read {@code name=value}
 * @param values what does
 */
record Arguments(ImmutableList<String> files, ImmutableMap<String, String> values) {

    static Arguments of(String[] args) {
        ImmutableList.Builder<String> files = ImmutableList.builder();
        ImmutableMap.Builder<String, String> values = ImmutableMap.builder();
        for (String arg : args) {
            int at = arg.indexOf('=');
            if (at > 0) {
                values.put(arg.substring(0, at), arg.substring(at + 1));
            } else {
                files.add(arg);
            }
        }
        return new Arguments(files.build(), values.buildOrThrow());
    }

    String file(int index, String what) {
        if (index >= files.size()) {
            throw new IllegalArgumentException("argument " + (index + 1) + " is missing: " + what);
        }
        return files.get(index);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /** A percentage: {@code band=1.5} is 1.5%. */
    Rate percent(String name, String otherwise) {
        return Rate.ofPercent(text(name, otherwise));
    }
}
