package io.salesops.core.io;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.salesops.core.explain.Fingerprint;
import java.io.IOException;
import java.io.Reader;

/**
 * Hashes what is read through it: SHA-256 over the text as UTF-8, which is the hash of a file that is written so; for half of
 * a surrogate pair stands a question mark.
 */
final class FingerprintingReader extends Reader {
    private static final int LONGEST = 4;

    private final Reader reader;
    private final Hasher hasher = Hashing.sha256().newHasher();
    private final byte[] bytes = new byte[1 << 14];
    private int count;
    private char high;

    /** The caller opened the reader and closes it. */
    FingerprintingReader(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = reader.read(target, offset, length);
        for (int i = offset; i < offset + read; i++) {
            if (count > bytes.length - 2 * LONGEST) {
                drain();
            }
            char c = target[i];
            if (c < 0x80 && high == 0) {
                bytes[count++] = (byte) c;
            } else {
                encode(c);
            }
        }
        return read;
    }

    private void encode(char c) {
        if (high != 0 && Character.isLowSurrogate(c)) {
            int point = Character.toCodePoint(high, c);
            high = 0;
            bytes[count++] = (byte) (0xF0 | (point >> 18));
            bytes[count++] = (byte) (0x80 | ((point >> 12) & 0x3F));
            bytes[count++] = (byte) (0x80 | ((point >> 6) & 0x3F));
            bytes[count++] = (byte) (0x80 | (point & 0x3F));
            return;
        }
        endPair();
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[count++] = '?';
        } else if (c < 0x80) {
            bytes[count++] = (byte) c;
        } else if (c < 0x800) {
            bytes[count++] = (byte) (0xC0 | (c >> 6));
            bytes[count++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[count++] = (byte) (0xE0 | (c >> 12));
            bytes[count++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[count++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    /** A first half that no second half follows. */
    private void endPair() {
        if (high != 0) {
            bytes[count++] = '?';
            high = 0;
        }
    }

    private void drain() {
        hasher.putBytes(bytes, 0, count);
        count = 0;
    }

    /** Returns the fingerprint of all that was read; to be called once, at the end. */
    Fingerprint fingerprint() {
        endPair();
        drain();
        return Fingerprint.of("sha256:" + hasher.hash());
    }

    @Override
    public void close() {
        // The caller closes what the caller opened.
    }
}
