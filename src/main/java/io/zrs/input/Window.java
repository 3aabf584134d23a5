package io.zrs.input;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream through one buffer: from what is kept up to what has been read. It grows with the longest message, and stays so.
 */
final class Window {
    private static final int BLOCK = 1 << 16;

    /** The largest array that every JVM makes. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private final int longest;
    private byte[] bytes = new byte[BLOCK];
    private int start;
    private int end;

    /** Holds a message of so many bytes, and what ends it. */
    Window(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes} what is kept begins. */
    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** Keeps the first {@code count} bytes no longer. */
    void drop(int count) {
        start += count;
        if (start == end) {
            start = 0;
            end = 0;
        }
    }

    /** Where the next line end is, from {@code from} on, both counted from what is kept; -1 if it is not read yet. */
    int lineEnd(int from) {
        byte[] all = bytes;
        int to = end;
        for (int i = start + from; i < to; i++) {
            if (all[i] == '\n') {
                return i - start;
            }
        }
        return -1;
    }

    /**
     * Reads some more: what there is, and waits only if that is nothing. What is kept may move.
     *
     * @return false if the stream has ended
     */
    boolean fill() throws IOException {
        if (end == bytes.length) {
            makeRoom();
        }
        int count = in.read(bytes, end, Math.min(BLOCK, bytes.length - end));
        end += Math.max(count, 0);
        return count >= 0;
    }

    private void makeRoom() {
        int kept = end - start;
        byte[] target = bytes;
        if (kept > bytes.length / 2) {
            long most = Math.min(LARGEST, (long) longest + BLOCK);
            target = new byte[(int) Math.min(2L * bytes.length, Math.max(most, bytes.length + 1L))];
        }
        System.arraycopy(bytes, start, target, 0, kept);
        bytes = target;
        start = 0;
        end = kept;
    }

    /** Complains if {@code length} bytes, of a message that begins in this line, are too many. */
    void check(int length, long line) {
        if (length > longest) {
            throw new InputException("line " + line, "a message of more than " + longest + " bytes");
        }
    }
}
