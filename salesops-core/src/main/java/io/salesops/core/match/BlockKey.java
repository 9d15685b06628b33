package io.salesops.core.match;

import com.google.common.base.Splitter;
import io.salesops.core.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One key of a blocking rule, read from its text: a part of a column, or a column under another normaliser. */
record BlockKey(String function, String column, int number) {
    private static final Pattern SHAPE = Pattern.compile("([^(),]+)(?:\\(([^(),]+)(?:,(-?\\d{1,4}))?\\))?");
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final String WHOLE = "";

    /** The key, or nothing where the text is none. */
    static Optional<BlockKey> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String argument = shape.group(2);
        if (argument == null) {
            return Optional.of(new BlockKey(WHOLE, shape.group(1), 0));
        }
        String function = shape.group(1);
        boolean hasNumber = shape.group(3) != null;
        int number = hasNumber ? Integer.parseInt(shape.group(3)) : 0;
        boolean known = switch (function) {
            case "prefix", "suffix" -> number > 0;
            case "word" -> number != 0;
            default -> Normalizer.names().contains(function) && !hasNumber;
        };
        return known ? Optional.of(new BlockKey(function, argument, number)) : Optional.empty();
    }

    /** The normaliser that the key puts in the place of the comparison's. */
    Optional<Normalizer> normalizer() {
        return Normalizer.find(function);
    }

    /** The part of the normalised text that is the key; empty where there is none. */
    String of(String text) {
        return switch (function) {
            case "prefix" -> text.substring(0, Math.min(number, text.length()));
            case "suffix" -> text.substring(Math.max(0, text.length() - number));
            case "word" -> word(BLANK.splitToList(text));
            default -> text;
        };
    }

    private String word(List<String> words) {
        int at = number > 0 ? number - 1 : words.size() + number;
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }
}
