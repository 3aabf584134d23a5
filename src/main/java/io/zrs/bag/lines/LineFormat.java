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

    /** So many lines before the first message may be something else. */
    private static final int MOST_HEADERS = 3;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /**
     * Looks whether this is the beginning of a ZeROSMQ recording: whether its first line is a message, or one of the next few is, behind
     * the names of columns or whatever somebody put there.
     *
     * @param head the first {@value #HEAD_BYTES} bytes of the file, or all of it
     * @param length how many of these there are
     */
    public static Optional<LineFormat> of(byte[] head, int length) {
        int start = isMarked(head, length) ? MARK.length : 0;
        LineParser parser = new LineParser();
        int at = behindEmpty(head, start, length);
        for (int line = 1; line <= MOST_HEADERS + 1; line++) {
            int end = lineEnd(head, at, length);
            if (parser.parse(head, at, end).isEmpty()) {
                boolean absolute = parser.nanos() > ABSOLUTE_NANOS;
                return line == 1 || isMessage(head, end + 1, length)
                        ? Optional.of(new LineFormat(returns(head, start, length), absolute, start))
                        : Optional.empty();
            }
            at = behindEmpty(head, end + 1, length);
            if (at >= length) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Whether a message is there, or nothing more: one alone behind what is none may be an accident. */
    private static boolean isMessage(byte[] head, int from, int length) {
        int at = behindEmpty(head, from, length);
        return at >= length
                || new LineParser().parse(head, at, lineEnd(head, at, length)).isEmpty();
    }

    private static int behindEmpty(byte[] head, int from, int length) {
        int at = from;
        while (at < length && (head[at] == '\n' || head[at] == '\r')) {
            at++;
        }
        return at;
    }

    private static int lineEnd(byte[] head, int from, int length) {
        int end = from;
        while (end < length && head[end] != '\n') {
            end++;
        }
        return end;
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
                while (count < 2 && i - count > start && head[i - count - 1] == '\r') {
                    count++;
                }
                return count;
            }
        }
        return 1;
    }
}
