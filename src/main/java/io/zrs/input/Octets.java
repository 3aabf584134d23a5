package io.zrs.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message under construction. Holds what the longest took so far. */
final class Octets {
    private byte[] bytes = new byte[256];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void add(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void add(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8, 0, utf8.length);
    }

    /** Adds a number with so many decimals: {@code scaled} is that number, times ten to their power. */
    void addDecimal(long scaled, int decimals) {
        if (scaled < 0) {
            add('-');
        }
        String digits = Long.toUnsignedString(Math.abs(scaled));
        int whole = digits.length() - decimals;
        add(whole > 0 ? digits.substring(0, whole) : "0");
        if (decimals > 0) {
            add('.');
            for (int i = whole; i < 0; i++) {
                add('0');
            }
            add(digits.substring(Math.max(whole, 0)));
        }
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            int needed = Math.addExact(length, count);
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * bytes.length)));
        }
    }
}
