package io.salesops.core.match;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Ordering;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.TextPattern;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How the names of two companies agree; the closest first. */
enum NameAgreement {
    EXACT("is the lead's company"),
    SIMILAR("is similar to the lead's company"),
    ACRONYM("is an acronym of the lead's company, or the lead's company of it"),
    PART("is a part of the lead's company, or the lead's company of it");

    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final Joiner BLANKS = Joiner.on(' ');
    /** Words that acronyms often pass over. */
    private static final ImmutableSet<String> SMALL =
            ImmutableSet.of("and", "of", "the", "for", "de", "und", "et", "y");

    private static final int SHORTEST_WORDS = 3;
    /** Within a word only longer parts tell: "ford" is no part of "stratford". */
    private static final int SHORTEST_WITHIN = 5;

    private final String words;

    NameAgreement(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** How two names agree that are normalised and not empty; empty where they do not. */
    static Optional<NameAgreement> of(String first, String second, LeadMatchingRules rules) {
        if (first.equals(second)) {
            return Optional.of(EXACT);
        }
        String numbers = Normalizer.NUMBERS.apply(first);
        String others = Normalizer.NUMBERS.apply(second);
        if (!numbers.isEmpty() && !others.isEmpty() && !numbers.equals(others)) {
            return Optional.empty();
        }
        if (TextPattern.of(first).jaroWinkler(second) >= rules.closeName()
                || TextPattern.of(sorted(first)).jaroWinkler(sorted(second)) >= rules.closeName()) {
            return Optional.of(SIMILAR);
        }
        if (rules.acronyms() && (isAcronym(first, second) || isAcronym(second, first))) {
            return Optional.of(ACRONYM);
        }
        return rules.nameParts() && (isPart(first, second) || isPart(second, first))
                ? Optional.of(PART)
                : Optional.empty();
    }

    private static String sorted(String name) {
        return BLANKS.join(Ordering.natural().sortedCopy(BLANK.split(name)));
    }

    private static boolean isAcronym(String shorter, String longer) {
        return TextParts.isAcronym(shorter, longer)
                || TextParts.isAcronym(
                        shorter,
                        BLANKS.join(BLANK.splitToStream(longer)
                                .filter(word -> !SMALL.contains(word))
                                .iterator()));
    }

    private static boolean isPart(String part, String whole) {
        if (part.length() < SHORTEST_WORDS || part.length() >= whole.length()) {
            return false;
        }
        List<String> words = BLANK.splitToList(whole);
        if (Collections.indexOfSubList(words, BLANK.splitToList(part)) >= 0) {
            return true;
        }
        String joined = part.replace(" ", "");
        return joined.length() >= SHORTEST_WITHIN
                && words.stream().anyMatch(word -> word.startsWith(joined) || word.endsWith(joined));
    }
}
