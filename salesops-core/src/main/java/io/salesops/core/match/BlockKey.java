package io.salesops.core.match;

import com.google.common.base.Splitter;
import io.salesops.core.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Soundex;

/** One key of a blocking rule, read from its text: parts of a column, or a column under another normaliser. */
record BlockKey(String function, String column, int number, int length) {
    private static final Pattern SHAPE =
            Pattern.compile("([^(),]+)(?:\\(([^(),]+)(?:,(-?\\d{1,4})(?:,(\\d{1,2}))?)?\\))?");
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final String WHOLE = "";
    /** Only so many words of a text are keys. */
    static final int MOST_WORDS = 12;

    private static final int MOST_SOUNDEX_WORDS = 3;
    private static final int LINE_DIGITS = 4;
    /** A word of more than this share of the records parts nothing. */
    private static final double COMMON = 0.1;

    /** The key, or nothing where the text is none. */
    static Optional<BlockKey> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String argument = shape.group(2);
        if (argument == null) {
            return Optional.of(new BlockKey(WHOLE, shape.group(1), 0, 0));
        }
        String function = shape.group(1);
        boolean hasNumber = shape.group(3) != null;
        int number = hasNumber ? Integer.parseInt(shape.group(3)) : 0;
        boolean hasLength = shape.group(4) != null;
        int length = hasLength ? Integer.parseInt(shape.group(4)) : 0;
        boolean known = switch (function) {
            case "prefix", "suffix", "wordPrefixes", "letters" -> number > 0;
            case "start", "end" -> number > 0 && number <= 100;
            case "word" -> number != 0;
            case "words", "rareWords", "soundex", "metaphone", "soundexWords", "user", "host", "area" -> !hasNumber;
            case "starts" -> number > 0 && length > 0;
            default -> Normalizer.names().contains(function) && !hasNumber;
        };
        return known && hasLength == function.equals("starts")
                ? Optional.of(new BlockKey(function, argument, number, length))
                : Optional.empty();
    }

    /** The normaliser that the key puts in the place of the comparison's. */
    Optional<Normalizer> normalizer() {
        return Normalizer.find(function);
    }

    /** Whether a block that is large under this key is cut by the other: keys of two columns, or two words of one. */
    boolean isCutBy(BlockKey other) {
        return equals(other) ? function.equals("rareWords") : !column.equals(other.column);
    }

    /** Passes the keys of a text of the column; none where it has none. */
    void forEach(Column column, int value, Consumer<String> keys) {
        String text = column.text(value);
        switch (function) {
            case "prefix" -> keys.accept(text.substring(0, Math.min(number, text.length())));
            case "suffix" -> {
                if (text.length() > number) {
                    keys.accept(text.substring(text.length() - number));
                }
            }
            case "start" -> keys.accept(text.substring(0, share(text)));
            case "end" -> keys.accept(text.substring(text.length() - share(text)));
            case "word" -> word(BLANK.splitToList(text), keys);
            case "words" -> words(BLANK.splitToList(text), keys);
            case "rareWords" -> rareWords(column.words(), value, keys);
            case "wordPrefixes" -> wordPrefixes(column, value, keys);
            case "letters" -> letters(text, keys);
            case "soundex" -> soundex(text, keys);
            case "metaphone" -> present(new DoubleMetaphone().doubleMetaphone(text), keys);
            case "soundexWords" -> soundexWords(column.words(), value, keys);
            case "starts" -> starts(BLANK.splitToList(text), keys);
            case "area" -> area(text, keys);
            case "host" -> {
                String host = TextParts.host(Normalizer.MAILBOX.apply(text));
                if (!host.isEmpty()) {
                    keys.accept("@" + host);
                }
            }
            case "user" -> keys.accept(TextParts.user(text));
            default -> keys.accept(text);
        }
    }

    /** So many percent of the characters. */
    private int share(String text) {
        return (text.length() * number + 99) / 100;
    }

    /** The first characters of the first words, as one key. */
    private void starts(List<String> words, Consumer<String> keys) {
        StringBuilder key = new StringBuilder();
        words.stream().limit(number).forEach(word -> key.append(word, 0, Math.min(length, word.length())));
        present(key.toString(), keys);
    }

    /** A phone number without the country code of North America and the last four digits. */
    private static void area(String text, Consumer<String> keys) {
        String digits = text.startsWith("1") ? text.substring(1) : text;
        if (digits.length() > LINE_DIGITS) {
            keys.accept(digits.substring(0, digits.length() - LINE_DIGITS));
        }
    }

    private void word(List<String> words, Consumer<String> keys) {
        int at = number > 0 ? number - 1 : words.size() + number;
        if (at >= 0 && at < words.size()) {
            keys.accept(words.get(at));
        }
    }

    /** The words of a text of several; a text of one word is a key by itself. */
    private static void words(List<String> words, Consumer<String> keys) {
        if (words.size() > 1) {
            words.stream().distinct().limit(MOST_WORDS).forEach(keys);
        }
    }

    private static void rareWords(Words words, int value, Consumer<String> keys) {
        java.util.Arrays.stream(words.of(value))
                .filter(word -> words.records(word) > 1)
                .boxed()
                .sorted(java.util.Comparator.comparingInt((Integer word) -> words.records(word))
                        .thenComparing(words::text))
                .limit(MOST_WORDS)
                .forEach(word -> keys.accept(words.text(word)));
    }

    /** Whether a word of so many of all records is none of the common ones, which are no keys. */
    static boolean isTelling(int records, int all) {
        return records < COMMON * all;
    }

    private void wordPrefixes(Column column, int value, Consumer<String> keys) {
        Words words = column.words();
        for (int word : words.of(value)) {
            String text = words.text(word);
            if (text.length() > number && isTelling(words.records(word), column.size())) {
                keys.accept(text.substring(0, number));
            }
        }
    }

    private void letters(String text, Consumer<String> keys) {
        NO_LETTER
                .splitAsStream(text)
                .filter(part -> part.length() >= number)
                .distinct()
                .limit(MOST_WORDS)
                .forEach(keys);
    }

    private static void soundexWords(Words words, int value, Consumer<String> keys) {
        int[] of = words.of(value);
        if (of.length <= MOST_SOUNDEX_WORDS) {
            for (int word : of) {
                soundex(words.text(word), keys);
            }
        }
    }

    /** Letters that Soundex does not know, of other scripts, are passed over. */
    private static void soundex(String text, Consumer<String> keys) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                letters.append(letter);
            }
        }
        present(new Soundex().encode(letters.toString()), keys);
    }

    private static void present(@org.jspecify.annotations.Nullable String key, Consumer<String> keys) {
        if (key != null && !key.isEmpty()) {
            keys.accept(key);
        }
    }
}
