package io.zrs.expression;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8, by the JDK's strict decoder: the JSON parser lets some that are not pass. */
final class Utf8Check {
    private static final int CHUNK = 1024;

    private Utf8Check() {}

    static boolean isValid(byte[] bytes) {
        return isAscii(bytes) || isDecodable(bytes);
    }

    private static boolean isAscii(byte[] bytes) {
        int signs = 0;
        for (byte b : bytes) {
            signs |= b;
        }
        return signs >= 0;
    }

    private static boolean isDecodable(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }
}
