package io.salesops.core.match;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.text.TextPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A normalised street in parts, of which some may be empty.
 *
 * @param name the name of the street
 * @param number the house number
 * @param kind whether it is a road, an avenue, a square
 * @param suite the suite, floor, apartment or building
 */
record StreetParts(String name, String number, String kind, String suite) {
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final ImmutableSet<String> KINDS = ImmutableSet.of(
            "st", "rd", "ave", "blvd", "dr", "ln", "pl", "sq", "ct", "cres", "tce", "hwy", "pkwy", "way", "cir", "trl");
    private static final ImmutableSet<String> SUITES =
            ImmutableSet.of("ste", "fl", "apt", "unit", "room", "rm", "bldg", "box");

    private static final double NAME = 50;
    private static final double NUMBER = 20;
    private static final double KIND = 15;
    private static final double SUITE = 15;

    static StreetParts of(String street) {
        List<String> words = new ArrayList<>(BLANK.splitToList(street));
        String suite = suite(words);
        String number = number(words);
        String kind = "";
        int last = words.size() - 1;
        if (last > 0 && KINDS.contains(words.get(last))) {
            kind = words.remove(last);
        }
        return new StreetParts(String.join(" ", words), number, kind, suite);
    }

    /** Takes the suite, from the word that says so to the end. */
    private static String suite(List<String> words) {
        for (int word = 1; word + 1 < words.size(); word++) {
            if (SUITES.contains(words.get(word))) {
                List<String> suite = words.subList(word, words.size());
                String text = String.join(" ", suite);
                suite.clear();
                return text;
            }
        }
        return "";
    }

    /** Takes the house number, which stands first or last. */
    private static String number(List<String> words) {
        int last = words.size() - 1;
        if (last > 0 && Character.isDigit(words.get(0).charAt(0))) {
            return words.remove(0);
        }
        return last > 0 && Character.isDigit(words.get(last).charAt(0)) ? words.remove(last) : "";
    }

    /** The weights of the parts that agree among those that one of the two has, up to 1; names agree by edits. */
    double agreement(StreetParts other) {
        double named = NAME * byEdits(name, other.name);
        double all = NAME
                + weight(NUMBER, number, other.number)
                + weight(KIND, kind, other.kind)
                + weight(SUITE, suite, other.suite);
        double agreed = named
                + (number.equals(other.number) ? weight(NUMBER, number, other.number) : 0)
                + (kind.equals(other.kind) ? weight(KIND, kind, other.kind) : 0)
                + (suite.equals(other.suite) ? weight(SUITE, suite, other.suite) : 0);
        return agreed / all;
    }

    private static double weight(double weight, String part, String other) {
        return part.isEmpty() && other.isEmpty() ? 0 : weight;
    }

    private static double byEdits(String first, String second) {
        int longer = Math.max(first.length(), second.length());
        return longer == 0 ? 1 : 1 - (double) TextPattern.of(first).osa(second) / longer;
    }
}
