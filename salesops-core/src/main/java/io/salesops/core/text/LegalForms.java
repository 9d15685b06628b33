package io.salesops.core.text;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.List;

/**
 * The legal forms of companies by country, compiled by this project: how they are written behind a company's name, in a
 * few countries before it. Immutable and thread-safe.
 */
public final class LegalForms {
    private static final Splitter CELLS = Splitter.on('|').trimResults().omitEmptyStrings();
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final ImmutableSetMultimap<String, String> BY_COUNTRY = read("legal-forms.txt");
    private static final ImmutableSet<ImmutableList<String>> AFTER = folded("after");
    private static final ImmutableSet<ImmutableList<String>> BEFORE = folded("before");
    private static final int LONGEST =
            AFTER.stream().mapToInt(ImmutableList::size).max().orElse(0);

    private LegalForms() {}

    /** The legal forms of a country, ISO 3166 alpha-2, as they are written there; empty where the list has none. */
    public static ImmutableSet<String> of(String country) {
        return BY_COUNTRY.get(country);
    }

    /** The countries of the list, ISO 3166 alpha-2. */
    public static ImmutableSet<String> countries() {
        return ImmutableSet.copyOf(
                BY_COUNTRY.keySet().stream().filter(key -> key.length() == 2).iterator());
    }

    /** Removes legal forms behind and before the name, and a leading article, as long as a word of the name is left. */
    static void strip(List<String> words, ImmutableSet<ImmutableList<String>> more) {
        boolean stripped = true;
        while (stripped) {
            stripped = stripEnd(words, more) || stripStart(words);
        }
    }

    private static boolean stripEnd(List<String> words, ImmutableSet<ImmutableList<String>> more) {
        int longest = more.stream().mapToInt(ImmutableList::size).reduce(LONGEST, Math::max);
        for (int count = Math.min(longest, words.size() - 1); count > 0; count--) {
            List<String> end = words.subList(words.size() - count, words.size());
            if (AFTER.contains(end) || more.contains(end)) {
                end.clear();
                return true;
            }
        }
        return false;
    }

    private static boolean stripStart(List<String> words) {
        if (words.size() > 1 && BEFORE.contains(ImmutableList.of(words.get(0)))) {
            words.remove(0);
            return true;
        }
        return false;
    }

    private static ImmutableSet<ImmutableList<String>> folded(String where) {
        ImmutableSet.Builder<ImmutableList<String>> forms = ImmutableSet.builder();
        BY_COUNTRY.forEach((country, form) -> {
            if (country.equals(where) != where.equals("after")) {
                forms.add(words(form));
            }
        });
        return forms.build();
    }

    /** The folded words of a legal form. */
    static ImmutableList<String> words(String form) {
        return ImmutableList.copyOf(BLANK.split(Folding.foldAbbreviations(form.replace("&", " and "))));
    }

    private static ImmutableSetMultimap<String, String> read(String resource) {
        ImmutableSetMultimap.Builder<String, String> forms = ImmutableSetMultimap.builder();
        for (String line : TextResource.lines(resource)) {
            int colon = line.indexOf(':');
            forms.putAll(line.substring(0, colon).trim(), CELLS.split(line.substring(colon + 1)));
        }
        return forms.build();
    }
}
