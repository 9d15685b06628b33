package io.salesops.core.match;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;

/** Whether two names sound alike, or one is the initial of the other. */
final class NameSounds {
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();

    private NameSounds() {}

    /** Whether the Double Metaphone codes are the same; letters of other scripts have no sound. */
    static boolean areAlike(String first, String second) {
        @Nullable String code = METAPHONE.doubleMetaphone(first);
        return code != null && !code.isEmpty() && code.equals(METAPHONE.doubleMetaphone(second));
    }

    /** Whether the first text is one letter, with which the second begins. */
    static boolean isInitial(String initial, String name) {
        return !initial.isEmpty()
                && initial.codePointCount(0, initial.length()) == 1
                && Character.isLetter(initial.codePointAt(0))
                && name.startsWith(initial);
    }
}
