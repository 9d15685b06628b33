package io.salesops.core.io;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.salesops.core.explain.Fingerprint;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Hashes what is read through it: SHA-256 over the text as UTF-8, which is the hash of a file that is written so. */
final class FingerprintingReader extends Reader {
    private final Reader reader;
    private final Hasher hasher = Hashing.sha256().newHasher();
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14);
    private CharBuffer pending = CharBuffer.allocate(0);

    /** The caller opened the reader and closes it. */
    FingerprintingReader(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = reader.read(target, offset, length);
        if (read > 0) {
            // A surrogate may have been left over from the block before.
            CharBuffer chars = CharBuffer.allocate(pending.remaining() + read);
            chars.put(pending).put(target, offset, read).flip();
            encode(chars, false);
            pending = chars;
        }
        return read;
    }

    private void encode(CharBuffer chars, boolean end) {
        while (encoder.encode(chars, bytes, end).isOverflow()) {
            drain();
        }
        drain();
    }

    private void drain() {
        bytes.flip();
        hasher.putBytes(bytes);
        bytes.clear();
    }

    /** Returns the fingerprint of all that was read; to be called once, at the end. */
    Fingerprint fingerprint() {
        encode(pending, true);
        encoder.flush(bytes);
        drain();
        return Fingerprint.of("sha256:" + hasher.hash());
    }

    @Override
    public void close() {
        // The caller closes what the caller opened.
    }
}
