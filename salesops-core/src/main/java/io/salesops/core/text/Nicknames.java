package io.salesops.core.text;

import com.google.common.base.Splitter;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Collection;
import java.util.List;

/** Which first names stand for each other, such as Bill for William. Immutable and thread-safe. */
public final class Nicknames {
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final Nicknames STANDARD = of(TextResource.lines("nicknames.txt"));

    private final ImmutableSetMultimap<String, String> fullNames;

    private Nicknames(ImmutableSetMultimap<String, String> fullNames) {
        this.fullNames = fullNames;
    }

    /** The list that ships: English first names and their usual short forms. */
    public static Nicknames standard() {
        return STANDARD;
    }

    /** Obtains a list of the user: in each line a name and its short forms, parted by blanks; names are folded. */
    public static Nicknames of(Collection<String> lines) {
        SetMultimap<String, String> forms = HashMultimap.create();
        for (String line : lines) {
            List<String> names = WORDS.splitToList(Folding.fold(line));
            for (String name : names) {
                forms.put(name, names.get(0));
            }
        }
        return new Nicknames(ImmutableSetMultimap.copyOf(forms));
    }

    /** Returns this list with lines of the user, as {@link #of} takes them. */
    public Nicknames adding(Collection<String> lines) {
        return new Nicknames(ImmutableSetMultimap.<String, String>builder()
                .putAll(fullNames)
                .putAll(of(lines).fullNames)
                .build());
    }

    /** Whether one folded name stands for the other, or both for a third; false for equal names that are not listed. */
    public boolean related(String first, String second) {
        var full = fullNames.get(first);
        if (full.isEmpty()) {
            return false;
        }
        for (String other : fullNames.get(second)) {
            if (full.contains(other)) {
                return true;
            }
        }
        return false;
    }
}
