package io.zrs.bag.lines;

import java.util.Optional;

/**
 * How the lines of a file end and what its times count from, as its beginning tells. Where lines end in {@code \r\n}, a bare
 * {@code \n} is part of the payload, unless a message begins behind it; likewise for {@code \r\r\n} and {@code \r\n}.
 *
 * @param returns how many {@code \r} belong to the end of a line: 0 to 2
 * @param absolute whether times count from 1970; otherwise they do from when the recording began, whenever that was
 * @param start where the first line begins: behind the mark that some editors put there, in bytes
 */
public record LineFormat(int returns, boolean absolute, int start) {
    /** How much of a file is looked at, in bytes. */
    public static final int HEAD_BYTES = 1 << 16;

    /** As milliseconds since 1970 the year 1973, as a recording's length three years. */
    private static final long ABSOLUTE_NANOS = 100_000_000_000L * 1_000_000;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /**
     * Looks whether this is the beginning of a ZeROSMQ recording: whether its first line is a message.
     *
     * @param head the first {@value #HEAD_BYTES} bytes of the file, or all of it
     * @param length how many of these there are
     */
    public static Optional<LineFormat> of(byte[] head, int length) {
        int start = isMarked(head, length) ? MARK.length : 0;
        int end = start;
        while (end < length && head[end] != '\n') {
            end++;
        }
        LineParser parser = new LineParser();
        if (parser.parse(head, start, end).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new LineFormat(returns(head, start, length), parser.nanos() > ABSOLUTE_NANOS, start));
    }

    private static boolean isMarked(byte[] head, int length) {
        return length >= MARK.length && head[0] == MARK[0] && head[1] == MARK[1] && head[2] == MARK[2];
    }

    /** As many as end the first line behind which a message begins: others may be within a payload. */
    private static int returns(byte[] head, int start, int length) {
        LineParser parser = new LineParser();
        for (int i = start; i < length; i++) {
            if (head[i] == '\n'
                    && (i + 1 == length && length < HEAD_BYTES
                            || parser.parse(head, i + 1, length).isEmpty())) {
                int count = 0;
                while (count < 2 && head[i - count - 1] == '\r') {
                    count++;
                }
                return count;
            }
        }
        return 1;
    }
}
