package io.zrs.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text under construction, as UTF-8 bytes, so that a payload passes through without becoming characters. Not for
 * sharing between threads.
 */
public final class ByteText implements Appendable {
    private static final int INITIAL = 1 << 10;
    private static final int KEPT = 1 << 20;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[INITIAL];
    private int length;

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Adds one byte. */
    public ByteText add(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** Adds bytes as they are. */
    public ByteText add(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        return this;
    }

    /** Adds bytes as they are. */
    public ByteText add(byte[] source) {
        return add(source, 0, source.length);
    }

    @Override
    public ByteText append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public ByteText append(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return add(text.subSequence(i, end).toString().getBytes(StandardCharsets.UTF_8));
            }
            add(c);
        }
        return this;
    }

    @Override
    public ByteText append(char c) {
        return append(String.valueOf(c));
    }

    /** Adds a number, not negative, in decimal; with zeros in front where it has fewer than {@code width} digits. */
    public ByteText number(long value, int width) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        digits = Math.max(digits, width);
        reserve(digits);
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** A copy of what there is. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Adds what another holds. */
    public ByteText add(ByteText other) {
        return add(other.bytes, 0, other.length);
    }

    /** Forgets what there is, and starts anew. */
    public void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[INITIAL];
        }
    }

    /** Writes it all to {@code out} and starts anew. */
    public void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        clear();
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            long doubled = Math.min(2L * bytes.length, LARGEST);
            bytes = Arrays.copyOf(bytes, (int) Math.max(Math.addExact(length, count), doubled));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
