package io.salesops.core.explain;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The sentences of an explanation, for another language or house style.
 *
 * <p>The English label of a step is its key: {@link #ENGLISH} fills the names in braces with the inputs, another wording
 * looks the label up and fills its own sentence.
 */
@FunctionalInterface
public interface Wording {

    /** English, as the library writes it. */
    Wording ENGLISH = Wording::fill;

    /**
     * Returns the sentence for a label.
     *
     * @param label the English label, with names of inputs in braces
     * @param inputs the values by name
     */
    String sentence(String label, Map<String, String> inputs);

    /** Fills the names in braces that are among the inputs; others stay as they are. */
    static String fill(String template, Map<String, String> inputs) {
        return Names.IN_BRACES
                .matcher(template)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(value(match, inputs)));
    }

    private static String value(MatchResult match, Map<String, String> inputs) {
        return inputs.getOrDefault(match.group(1), match.group());
    }

    /** How names stand in a label. */
    final class Names {
        private static final Pattern IN_BRACES = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

        private Names() {}
    }
}
