package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.match.BlockingRule;
import io.salesops.core.match.ComparisonLevel;
import io.salesops.core.match.FieldComparison;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.TermFrequencies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of persons set up by hand, the same for the library and for a database: names by Jaro-Winkler and by how common
 * they are, birth date and postcode by Levenshtein distance, eight blocking rules of two or three keys.
 *
 * @param first the column of first names
 * @param last the column of last names
 * @param birth the column of birth dates, as texts
 * @param postcode the column of postcodes
 */
record PersonModel(String first, String last, String birth, String postcode) {
    private static final double PRIOR = 0.0001;
    private static final double THRESHOLD = 3;
    private static final double[] NAME_M = {0.7, 0.12, 0.06, 0.12};
    private static final double[] NAME_U = {0.01, 0.01, 0.03, 0.95};
    private static final double[] CODE_M = {0.6, 0.15, 0.05, 0.2};
    private static final double[] CODE_U = {0.001, 0.004, 0.015, 0.98};
    private static final ImmutableList<String> BY_LETTERS =
            ImmutableList.of("exact", "jaroWinkler>=0.92", "jaroWinkler>=0.8", "otherwise");
    private static final ImmutableList<String> BY_EDITS =
            ImmutableList.of("exact", "levenshtein<=1", "levenshtein<=2", "otherwise");

    /** The keys of each blocking rule: a column and how many of its first characters, 0 for all. */
    ImmutableList<ImmutableList<Key>> rules() {
        return ImmutableList.of(
                ImmutableList.of(new Key(last, 0), new Key(birth, 0)),
                ImmutableList.of(new Key(first, 0), new Key(birth, 0)),
                ImmutableList.of(new Key(postcode, 0), new Key(first, 0)),
                ImmutableList.of(new Key(postcode, 0), new Key(last, 0)),
                ImmutableList.of(new Key(postcode, 0), new Key(birth, 0)),
                ImmutableList.of(new Key(first, 3), new Key(last, 4), new Key(birth, 4)),
                ImmutableList.of(new Key(postcode, 3), new Key(birth, 0)),
                ImmutableList.of(new Key(postcode, 3), new Key(last, 0), new Key(first, 1)));
    }

    /** The first characters of a column, or all of them for 0. */
    record Key(String column, int characters) {
        String blocking() {
            return characters == 0 ? column : "prefix(" + column + "," + characters + ")";
        }

        String sql(String table) {
            String whole = table + ".\"" + column + "\"";
            return characters == 0 ? whole : "substr(" + whole + ", 1, " + characters + ")";
        }
    }

    double threshold() {
        return THRESHOLD;
    }

    /** The model of the library; how common names are is counted in their texts. */
    MatchModel model(List<String> firstNames, List<String> lastNames) {
        return MatchModel.builder()
                .id("persons")
                .version("1")
                .priorMatches(PRIOR)
                .threshold(THRESHOLD)
                .addComparisons(
                        comparison(first, BY_LETTERS, NAME_M, NAME_U).withFrequencies(Optional.of(common(firstNames))),
                        comparison(last, BY_LETTERS, NAME_M, NAME_U).withFrequencies(Optional.of(common(lastNames))),
                        comparison(birth, BY_EDITS, CODE_M, CODE_U),
                        comparison(postcode, BY_EDITS, CODE_M, CODE_U))
                .blocking(rules().stream()
                        .map(keys -> new BlockingRule(
                                keys.stream().map(Key::blocking).collect(ImmutableList.toImmutableList())))
                        .collect(ImmutableList.toImmutableList()))
                .build();
    }

    private static FieldComparison comparison(String column, List<String> when, double[] m, double[] u) {
        FieldComparison.Builder comparison = FieldComparison.builder().column(column);
        for (int level = 0; level < when.size(); level++) {
            comparison.addLevels(new ComparisonLevel(when.get(level), m[level], u[level]));
        }
        return comparison.build();
    }

    /** Rarer names than the average tell more: log2 of the average share of a name over its own. */
    private static TermFrequencies common(List<String> names) {
        Map<String, Integer> counts = new HashMap<>();
        names.stream().filter(name -> !name.isEmpty()).forEach(name -> counts.merge(name, 1, Integer::sum));
        double filled = counts.values().stream().mapToInt(Integer::intValue).sum();
        ImmutableSortedMap.Builder<String, Double> bits = ImmutableSortedMap.naturalOrder();
        counts.forEach((name, count) -> bits.put(TermFrequencies.hash(name), log2(NAME_U[0] * filled / count)));
        return new TermFrequencies(0, bits.buildOrThrow());
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }

    /** The weight of a pair of rows {@code l} and {@code r}, in bits, as the expression of a database. */
    String weightSql() {
        return log2(PRIOR / (1 - PRIOR)) + " + " + names("first") + " + " + names("last") + " + " + edits(birth) + " + "
                + edits(postcode);
    }

    private String names(String which) {
        String column = which.equals("first") ? first : last;
        String l = "l.\"" + column + "\"";
        String r = "r.\"" + column + "\"";
        double[] weights = weights(NAME_M, NAME_U);
        return "case when " + l + " is null or " + r + " is null then 0 when " + l + " = " + r + " then " + weights[0]
                + " + greatest(l." + which + "_bits, " + Math.min(0, weights[1] - weights[0])
                + ") when jaro_winkler_similarity(" + l
                + ", " + r + ") >= 0.92 then " + weights[1] + " when jaro_winkler_similarity(" + l + ", " + r
                + ") >= 0.8 then " + weights[2] + " else " + weights[3] + " end";
    }

    private static String edits(String column) {
        String l = "l.\"" + column + "\"";
        String r = "r.\"" + column + "\"";
        double[] weights = weights(CODE_M, CODE_U);
        return "case when " + l + " is null or " + r + " is null then 0 when " + l + " = " + r + " then " + weights[0]
                + " when levenshtein(" + l + ", " + r + ") <= 1 then " + weights[1] + " when levenshtein(" + l + ", "
                + r + ") <= 2 then " + weights[2] + " else " + weights[3] + " end";
    }

    private static double[] weights(double[] m, double[] u) {
        double[] weights = new double[m.length];
        for (int level = 0; level < m.length; level++) {
            weights[level] = log2(m[level] / u[level]);
        }
        return weights;
    }

    /** The bits that a name adds where it agrees, as the expression of a database over the counts of names. */
    static String bitsSql(String count, String filled) {
        return "log2(" + NAME_U[0] + " * " + filled + " / " + count + ")";
    }

    /** The columns by their names in the arguments. */
    ImmutableMap<String, String> columns() {
        return ImmutableMap.of("first", first, "last", last, "birth", birth, "postcode", postcode);
    }
}
