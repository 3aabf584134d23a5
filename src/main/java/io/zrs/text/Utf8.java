package io.zrs.text;

import java.util.Arrays;

/** UTF-8 as RFC 3629 has it: nothing overlong, no surrogates, nothing above U+10FFFF. */
public final class Utf8 {
    private static final int CONTINUATION = 0x80;
    private static final int LONGEST = 4;
    private static final int BLOCK = 4096;

    private Utf8() {}

    /** Whether all of it is UTF-8. */
    public static boolean isValid(byte[] bytes) {
        return isValid(bytes, 0, bytes.length);
    }

    /** Whether {@code bytes[from, to)} is UTF-8. */
    public static boolean isValid(byte[] bytes, int from, int to) {
        int at = asciiEnd(bytes, from, to);
        while (at < to) {
            int size = bytes[at] >= 0 ? 1 : sequence(bytes, at, to);
            if (size == 0) {
                return false;
            }
            at += size;
        }
        return true;
    }

    /** Where no block of ASCII begins any more, as most payloads are to their end. */
    private static int asciiEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isAscii(bytes, at, Math.min(to, at + BLOCK))) {
            at = Math.min(to, at + BLOCK);
        }
        return at;
    }

    /** Without a branch a byte, so that the compiler can take many at once. */
    private static boolean isAscii(byte[] bytes, int from, int to) {
        int signs = 0;
        for (int i = from; i < to; i++) {
            signs |= bytes[i];
        }
        return signs >= 0;
    }

    /** {@code bytes} without a sequence at the end that more bytes could complete. */
    public static byte[] withoutCutEnd(byte[] bytes) {
        int at = bytes.length;
        while (at > 0 && bytes.length - at < LONGEST - 1 && isContinuation(bytes[at - 1] & 0xff)) {
            at--;
        }
        boolean cut = at > 0 && (bytes[at - 1] & 0xff) >= 0xc2 && sequence(bytes, at - 1) == 0;
        return cut ? Arrays.copyOf(bytes, at - 1) : bytes;
    }

    /** The length of the well-formed sequence of more than one byte at {@code at}; 0 if there is none. */
    public static int sequence(byte[] bytes, int at) {
        return sequence(bytes, at, bytes.length);
    }

    /** As {@link #sequence(byte[], int)}, for bytes that end before {@code end}. */
    public static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int second = at + 1 < end ? bytes[at + 1] & 0xff : 0;
        if (first < 0xc2 || first > 0xf4 || !isContinuation(second) || !isAllowed(first, second)) {
            return 0;
        }
        int size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        for (int i = 2; i < size; i++) {
            if (at + i >= end || !isContinuation(bytes[at + i] & 0xff)) {
                return 0;
            }
        }
        return size;
    }

    /** The character of the well-formed sequence of {@code size} bytes at {@code at}. */
    public static int codePoint(byte[] bytes, int at, int size) {
        int value = bytes[at] & (0x7f >> size);
        for (int i = 1; i < size; i++) {
            value = value << 6 | bytes[at + i] & 0x3f;
        }
        return value;
    }

    /** Rules out what is overlong, a surrogate or too high, all of which the second byte tells. */
    private static boolean isAllowed(int first, int second) {
        return switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
    }

    private static boolean isContinuation(int value) {
        return (value & 0xc0) == CONTINUATION;
    }
}
