package io.salesops.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextPatternProperties {

    /** Few letters, so that texts have much in common; letters beyond ASCII and Latin-1, pairs of surrogates and single ones. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                of("a", "b", "c", "ab", " "),
                of("a", "b", "c", "d", "e", "f", "g", "h", "i", "\u00e9"),
                of("a", "b", "\u00e9", "\u0161", "\u4e16", "\u4f16", "\uD83D"),
                of("a", "b", "c", "ab", " ", "\u00e9", "\u4e16", "\uD83D\uDE00", "\uD83D", "\uDE00"));
    }

    /** Short ones, ones about as long as a machine word has bits, and longer ones. */
    private static Arbitrary<String> of(String... pieces) {
        Arbitrary<Integer> lengths = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 20), Arbitraries.integers().between(0, 80));
        return lengths.flatMap(
                length -> Arbitraries.of(pieces).list().ofSize(length).map(list -> String.join("", list)));
    }

    @Property
    void jaroWinklerEqualsTheDefinitionAndIsSymmetric(@ForAll("texts") String a, @ForAll("texts") String b) {
        double similarity = TextPattern.of(a).jaroWinkler(b);
        assertThat(similarity).isEqualTo(jaroWinkler(points(a), points(b))).isBetween(0.0, 1.0);
        assertThat(TextPattern.of(b).jaroWinkler(a)).isEqualTo(similarity);
        assertThat(TextPattern.of(a).jaroWinkler(a)).isEqualTo(1);
    }

    @Property
    void distancesEqualTheTables(@ForAll("texts") String a, @ForAll("texts") String b) {
        TextPattern pattern = TextPattern.of(a);
        assertThat(pattern.levenshtein(b)).isEqualTo(distance(points(a), points(b), false));
        assertThat(pattern.osa(b)).isEqualTo(distance(points(a), points(b), true));
        assertThat(TextPattern.of(b).levenshtein(a)).isEqualTo(pattern.levenshtein(b));
        assertThat(TextPattern.of(b).osa(a)).isEqualTo(pattern.osa(b)).isLessThanOrEqualTo(pattern.levenshtein(b));
        assertThat(pattern.osa(a)).isZero();
    }

    @Property
    void whatTextsBeginAndEndWithAlikeMakesNoDifference(
            @ForAll("texts") String begin,
            @ForAll("texts") String a,
            @ForAll("texts") String b,
            @ForAll("texts") String end) {
        String first = begin + a + end;
        String second = begin + b + end;
        TextPattern pattern = TextPattern.of(a);
        pattern.set(first);
        assertThat(pattern.jaroWinkler(second)).isEqualTo(jaroWinkler(points(first), points(second)));
        assertThat(pattern.levenshtein(second)).isEqualTo(distance(points(first), points(second), false));
        assertThat(pattern.osa(second)).isEqualTo(distance(points(first), points(second), true));
    }

    @Property
    void wordsAreASet(@ForAll("texts") String a, @ForAll("texts") String b) {
        Tokens first = Tokens.of(a);
        Tokens second = Tokens.of(b);
        assertThat(first.jaccard(second)).isEqualTo(second.jaccard(first)).isBetween(0.0, 1.0);
        assertThat(first.overlap(second))
                .isEqualTo(second.overlap(first))
                .isGreaterThanOrEqualTo(first.jaccard(second));
        assertThat(first.jaccard(Tokens.of(a + " " + a))).isEqualTo(1);
    }

    private static List<Integer> points(String text) {
        return text.codePoints().boxed().toList();
    }

    /** Jaro by its definition, character by character. */
    private static double jaroWinkler(List<Integer> a, List<Integer> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.size() == b.size() ? 1 : 0;
        }
        int window = Math.max(0, Math.max(a.size(), b.size()) / 2 - 1);
        boolean[] usedA = new boolean[a.size()];
        boolean[] usedB = new boolean[b.size()];
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size() && !usedA[i]; j++) {
                if (!usedB[j] && Math.abs(i - j) <= window && a.get(i).equals(b.get(j))) {
                    usedA[i] = true;
                    usedB[j] = true;
                }
            }
        }
        List<Integer> matchedA = matched(a, usedA);
        List<Integer> matchedB = matched(b, usedB);
        int differing = 0;
        for (int i = 0; i < matchedA.size(); i++) {
            differing += matchedA.get(i).equals(matchedB.get(i)) ? 0 : 1;
        }
        double m = matchedA.size();
        if (m == 0) {
            return 0;
        }
        int transpositions = differing / 2;
        double jaro = (m / a.size() + m / b.size() + (m - transpositions) / m) / 3;
        int prefix = 0;
        while (prefix < 4
                && prefix < Math.min(a.size(), b.size())
                && a.get(prefix).equals(b.get(prefix))) {
            prefix++;
        }
        return jaro < 0.7 ? jaro : jaro + prefix * 0.1 * (1 - jaro);
    }

    private static List<Integer> matched(List<Integer> text, boolean[] used) {
        List<Integer> matched = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                matched.add(text.get(i));
            }
        }
        return matched;
    }

    private static int distance(List<Integer> a, List<Integer> b, boolean swaps) {
        int[][] d = new int[a.size() + 1][b.size() + 1];
        for (int i = 0; i <= a.size(); i++) {
            for (int j = 0; j <= b.size(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + cost, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (swaps
                        && i > 1
                        && j > 1
                        && a.get(i - 1).equals(b.get(j - 2))
                        && a.get(i - 2).equals(b.get(j - 1))) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.size()][b.size()];
    }
}
