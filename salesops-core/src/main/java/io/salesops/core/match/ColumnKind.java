package io.salesops.core.match;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.salesops.core.text.Normalizer;

/**
 * What a column holds, known by its content: how it is normalised, compared and blocked on. The m of a level is what is
 * expected before anything is learned.
 */
enum ColumnKind {
    /** A word or two: names of people and places, categories. */
    NAME(
            "text",
            "exact .70, jaroWinkler>=0.93|typo|nickname .12, jaroWinkler>=0.86 .06, jaroWinkler>=0.75|contained .04, otherwise .08",
            "#, soundex(#), prefix(#,4), suffix(#,4), words(#)"),
    /** Several words: company names, titles, streets. */
    TEXT(
            "text",
            "exact .40, similar>=0.9 .20, similar>=0.75 .15, similar>=0.55 .10, similar>=0.3 .07, otherwise .08",
            "rareWords(#), wordPrefixes(#,5), soundexWords(#)"),
    /** Letters and digits without inner meaning: postal codes, house numbers. */
    CODE("code", "exact .70, osa<=1 .12, osa<=2 .06, sameHalf .04, otherwise .08", "#, start(#,60), end(#,60)"),
    /** Many digits. */
    PHONE("phone", "exact .70, osa<=1 .12, osa<=2 .06, sameHalf .04, otherwise .08", "#, start(#,60), end(#,60)"),
    /** Days. */
    DATE(
            "date",
            "exact .70, osa<=1 .12, sameDay|osaInYear<=2 .06, sameYear .04, osa<=2 .03, otherwise .08",
            "#, prefix(#,4), prefix(#,6), suffix(#,4)"),
    /** E-mail addresses. */
    EMAIL(
            "email",
            "exact .70, sameUser|osa<=2 .12, jaroWinkler>=0.9 .06, user>=0.85 .04, sameHost .03, otherwise .08",
            "#, user(#), prefix(#,5), letters(#,4)"),
    /** Web addresses. */
    WEB("domain", "exact .80, typo .06, otherwise .14", "#, prefix(#,5)"),
    /** Amounts and measures. */
    NUMBER("number", "exact .70, ratio>=0.95 .12, ratio>=0.85 .06, ratio>=0.6 .04, otherwise .08", ""),
    /** The numbers within a text, such as the house number of a street: a comparison beside that of the text. */
    NUMBERS("numbers", "exact .70, overlap>=1 .12, overlap>=0.01 .06, otherwise .08", "");

    private static final Splitter PARTS = Splitter.on(", ").omitEmptyStrings();

    private final String normalizer;
    private final String levels;
    private final String keys;

    /** A number sign stands for the column in keys; without keys the column does not block. */
    ColumnKind(String normalizer, String levels, String keys) {
        this.normalizer = normalizer;
        this.levels = levels;
        this.keys = keys;
    }

    Normalizer normalizer() {
        return Normalizer.of(normalizer);
    }

    /** The levels with expected m, which sum to 1, and a u that is still to be learned. */
    ImmutableList<ComparisonLevel> levels() {
        ImmutableList<String> parts = ImmutableList.copyOf(PARTS.split(levels));
        double sum = 0;
        for (String part : parts) {
            sum += m(part);
        }
        ImmutableList.Builder<ComparisonLevel> all = ImmutableList.builder();
        for (String part : parts) {
            all.add(new ComparisonLevel(part.substring(0, part.lastIndexOf(' ')), m(part) / sum, 1.0 / parts.size()));
        }
        return all.build();
    }

    private static double m(String part) {
        return Double.parseDouble(part.substring(part.lastIndexOf(' ') + 1));
    }

    /** The keys by which the column blocks. */
    ImmutableList<String> keys(String column) {
        return PARTS.splitToStream(keys).map(key -> key.replace("#", column)).collect(ImmutableList.toImmutableList());
    }

    /** Whether values of this kind are words. */
    boolean isWords() {
        return this == NAME || this == TEXT;
    }
}
