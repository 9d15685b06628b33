package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;

/**
 * Pairs that agree on all of these keys are compared; later rules skip the pairs of earlier ones.
 *
 * <p>A key is a column ({@code postalCode}), the start or end of one ({@code prefix(name,6)}, {@code suffix(phone,7)}), a
 * word of one counted from 1, from the end with a minus ({@code word(name,1)}, {@code word(name,-1)}), or a column under
 * another normaliser ({@code domain(email)}). {@code starts(company,2,5)} are the first five characters of each of the first
 * two words, {@code metaphone(lastName)} and {@code soundex(lastName)} the sound, {@code host(email)} the registrable domain
 * of an e-mail address, free mail too, and {@code area(phone)} a number without its last four digits. Columns are read as the comparison of that column normalises them. A record
 * in which a key is missing takes no part in the rule. Without keys, all records are one block.
 *
 * @param keys the keys
 */
public record BlockingRule(@JsonProperty(required = true) ImmutableList<String> keys) {

    /** Obtains a rule. */
    public static BlockingRule of(String... keys) {
        return new BlockingRule(ImmutableList.copyOf(keys));
    }

    @Override
    public String toString() {
        return keys.isEmpty() ? "all records" : String.join(" + ", keys);
    }
}
