package io.salesops.core.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a file are written, and what tells so.
 *
 * @param name the name of the charset, as Java knows it
 * @param reason what tells so, in words
 * @param sure whether the bytes leave no other choice: a byte order mark, or letters that are valid UTF-8
 */
public record FileCharset(String name, String reason, boolean sure) {
    private static final String WINDOWS = "windows-1252";

    /**
     * Detects the charset from the beginning of a file, or from all of it: a byte order mark decides; else text that is
     * valid UTF-8 is UTF-8, and any other is windows-1252, as spreadsheets write in western languages. A character that the
     * end of the beginning cuts is no fault. Cost linear in the bytes.
     */
    public static FileCharset detect(byte[] beginning) {
        if (startsWith(beginning, 0xEF, 0xBB, 0xBF)) {
            return new FileCharset(StandardCharsets.UTF_8.name(), "byte order mark", true);
        }
        if (startsWith(beginning, 0xFE, 0xFF)) {
            return new FileCharset(StandardCharsets.UTF_16BE.name(), "byte order mark", true);
        }
        if (startsWith(beginning, 0xFF, 0xFE)) {
            return new FileCharset(StandardCharsets.UTF_16LE.name(), "byte order mark", true);
        }
        boolean isPlain = true;
        for (byte b : beginning) {
            isPlain &= b >= 0;
        }
        if (isPlain) {
            return new FileCharset(StandardCharsets.UTF_8.name(), "only ASCII so far", false);
        }
        return isUtf8(beginning)
                ? new FileCharset(StandardCharsets.UTF_8.name(), "valid UTF-8", true)
                : new FileCharset(WINDOWS, "no valid UTF-8", false);
    }

    /**
     * The charset to open the file with.
     *
     * @throws java.nio.charset.UnsupportedCharsetException if this machine does not know it
     */
    public Charset charset() {
        return Charset.forName(name);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer target = CharBuffer.allocate(1 << 12);
        while (true) {
            CoderResult result = decoder.decode(source, target, false);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            target.clear();
        }
    }
}
