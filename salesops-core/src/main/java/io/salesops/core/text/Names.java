package io.salesops.core.text;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;

/** Names of people and companies. */
final class Names {
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final Joiner BLANKS = Joiner.on(' ');
    private static final ImmutableSet<String> TITLES = ImmutableSet.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "herr",
            "frau",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "srta",
            "dott",
            "ing",
            "dipl",
            "phd",
            "msc",
            "mba",
            "jr");

    private Names() {}

    static String person(String raw) {
        List<String> words = new ArrayList<>(BLANK.splitToList(Folding.foldAbbreviations(raw)));
        String whole = BLANKS.join(words);
        words.removeIf(TITLES::contains);
        return words.isEmpty() ? whole : BLANKS.join(words);
    }

    static String company(String raw) {
        List<String> words = new ArrayList<>(BLANK.splitToList(Folding.foldAbbreviations(raw.replace("&", " and "))));
        LegalForms.strip(words);
        return BLANKS.join(words);
    }
}
