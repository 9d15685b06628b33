package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The ISO 3166 alpha-2 code for a country as people write it: code of two or three letters, English name, a few common
 * other names, and misspelt names that can mean only one country.
 *
 * <p>The English names are those of the Java runtime, which follow CLDR.
 */
final class CountryNames {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** Names in use that neither ISO nor CLDR has. */
    private static final ImmutableMap<String, String> OTHERS = ImmutableMap.<String, String>builder()
            .put("uk", "GB")
            .put("greatbritain", "GB")
            .put("england", "GB")
            .put("scotland", "GB")
            .put("wales", "GB")
            .put("unitedstatesofamerica", "US")
            .put("america", "US")
            .put("holland", "NL")
            .put("deutschland", "DE")
            .put("osterreich", "AT")
            .put("schweiz", "CH")
            .put("suisse", "CH")
            .put("espana", "ES")
            .put("brasil", "BR")
            .put("turkey", "TR")
            .put("turkiye", "TR")
            .put("czechrepublic", "CZ")
            .put("czechia", "CZ")
            .put("russianfederation", "RU")
            .put("republicofkorea", "KR")
            .put("korea", "KR")
            .put("uae", "AE")
            .put("ivorycoast", "CI")
            .put("burma", "MM")
            .put("macedonia", "MK")
            .buildOrThrow();

    private static final ImmutableMap<String, String> CODES = codes();

    /** Codes are too short to tell what a misspelt one means. */
    private static final ImmutableList<String> NAMES =
            CODES.keySet().stream().filter(name -> name.length() > 3).collect(ImmutableList.toImmutableList());

    private CountryNames() {}

    private static ImmutableMap<String, String> codes() {
        TreeMap<String, String> codes = new TreeMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(letters(code), code);
            codes.put(letters(country.getDisplayCountry(Locale.ENGLISH)), code);
            name(country, Locale::getISO3Country).ifPresent(three -> codes.put(letters(three), code));
        }
        codes.putAll(OTHERS);
        return ImmutableMap.copyOf(codes);
    }

    private static Optional<String> name(Locale country, Function<Locale, String> name) {
        try {
            return Optional.of(name.apply(country)).filter(text -> !text.isEmpty());
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private static String letters(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTERS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Returns the code, or empty where the text means no country or could mean several. */
    static Optional<String> code(String text) {
        String letters = letters(text);
        String exact = CODES.get(letters);
        return exact != null
                ? Optional.of(exact)
                : Spelling.nearest(letters, NAMES).map(CODES::get);
    }
}
