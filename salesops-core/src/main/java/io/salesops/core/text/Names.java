package io.salesops.core.text;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** Names of people and companies. */
final class Names {
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final Joiner BLANKS = Joiner.on(' ');

    private Names() {}

    static String person(String raw, ReferenceLists lists) {
        List<String> words = new ArrayList<>(BLANK.splitToList(Folding.foldAbbreviations(raw)));
        String whole = BLANKS.join(words);
        words.removeIf(lists.titles()::contains);
        return words.isEmpty() ? whole : BLANKS.join(words);
    }

    static String company(String raw, ReferenceLists lists) {
        List<String> words = new ArrayList<>(BLANK.splitToList(Folding.foldAbbreviations(raw.replace("&", " and "))));
        LegalForms.strip(words, lists.legalForms());
        return BLANKS.join(words);
    }
}
