package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * By how much agreement on a value tells more or less than agreement on an average one, in bits: two Smiths less, two
 * Featherstonehaughs more. Values that several records share stand there as hashes, so that a model holds no names.
 *
 * <p>Source: W. E. Winkler, Frequency-Based Matching in Fellegi-Sunter Model of Record Linkage, 2000.
 *
 * @param others bits for each value that is not listed
 * @param values bits by {@link #hash} of the value
 */
public record TermFrequencies(
        @JsonProperty(required = true) double others,
        @JsonProperty(required = true) ImmutableSortedMap<String, Double> values) {

    /** The key of a normalised text: the first 64 bits of its SHA-256 in UTF-8, hexadecimal. */
    public static String hash(String text) {
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 16);
    }

    /** The bits for a normalised text. */
    public double of(String text) {
        Double listed = values.get(hash(text));
        return listed == null ? others : listed;
    }
}
