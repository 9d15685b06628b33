package io.salesops.core.explain;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A hash that tells whether two inputs were the same: {@code sha256:2f9a...} over the canonical text of one document, or
 * {@code facts:8c11...} over a set of facts in any order.
 */
public record Fingerprint(@JsonValue String text) {
    private static final Pattern SHAPE = Pattern.compile("(sha256:[0-9a-f]{64})|(facts:[0-9a-f]{32})");

    /** Checks the shape of the text. */
    public Fingerprint {
        checkArgument(
                SHAPE.matcher(text).matches(),
                "no fingerprint: '%s'. Maybe it was cut: sha256 has 64 hexadecimal digits, facts 32.",
                text);
    }

    /** Obtains a fingerprint from its text. */
    @JsonCreator
    public static Fingerprint of(String text) {
        return new Fingerprint(text);
    }

    /** Obtains the fingerprint of one text: SHA-256 over UTF-8, or what stands for it where a surrogate is alone. */
    public static Fingerprint ofText(String canonical) {
        return new Fingerprint("sha256:" + Hashing.sha256().hashBytes(bytes(canonical)));
    }

    /** Obtains the fingerprint of facts: equal for every order of the same facts, different where one occurs twice. */
    public static Fingerprint ofFacts(Iterable<String> facts) {
        FactSum sum = new FactSum();
        facts.forEach(sum::add);
        return sum.fingerprint();
    }

    /**
     * UTF-8, in which a surrogate without its other half has three bytes of its own: Java writes a question mark for it,
     * so that two texts would be one.
     */
    static byte[] bytes(String text) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(0xE0 | (point >> 12));
                bytes.write(0x80 | ((point >> 6) & 0x3F));
                bytes.write(0x80 | (point & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return text;
    }
}
