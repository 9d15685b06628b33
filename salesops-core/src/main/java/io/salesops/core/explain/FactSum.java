package io.salesops.core.explain;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The fingerprint of facts under way: facts are added in any order and in any number of parts, and parts merge into one. For
 * one thread at a time.
 */
public final class FactSum {
    // With a seed that no length of a text cancels: a fact whose hash is zero would count nothing.
    private static final HashFunction FACT = Hashing.murmur3_128(0x5A1E0B5);

    private long high;
    private long low;

    /** Makes the sum of no fact. */
    public FactSum() {}

    /** Adds a fact. */
    public void add(String fact) {
        ByteBuffer hash =
                ByteBuffer.wrap(FACT.hashBytes(Fingerprint.bytes(fact)).asBytes());
        high += hash.getLong();
        low += hash.getLong();
    }

    /** Adds the facts of another part. */
    public void merge(FactSum other) {
        high += other.high;
        low += other.low;
    }

    /** Returns the fingerprint of the facts so far, as {@link Fingerprint#ofFacts} of all of them. */
    public Fingerprint fingerprint() {
        return new Fingerprint(
                "facts:" + HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low));
    }
}
