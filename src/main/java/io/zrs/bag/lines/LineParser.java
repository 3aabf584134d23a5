package io.zrs.bag.lines;

import io.zrs.text.Utf8;
import java.util.Optional;

/**
 * Takes one line apart, without an object for anything in it. One parser reads any number of lines, one after the other;
 * positions are those in the array that it was given.
 */
public final class LineParser {
    /** The longest name of a topic, in bytes. */
    public static final int LONGEST_TOPIC = 1024;

    /** More characters than a number with all its digits and an exponent has. */
    static final int LONGEST_TIME = 40;

    private static final int MOST_DIGITS = 18;
    private static final int NANO_DIGITS = 6;
    private static final int MOST_EXPONENT = 1000;

    private long mantissa;
    private int digits;
    private int power;
    private int at;
    private long nanos;
    private int topicFrom;
    private int topicTo;

    /**
     * Reads {@code bytes[from, to)}, a line without its end.
     *
     * @return what is wrong with it; empty if it is a message
     */
    public Optional<LineFault> parse(byte[] bytes, int from, int to) {
        if (from == to) {
            return Optional.of(LineFault.EMPTY);
        }
        if (!number(bytes, from, to) || at == to || bytes[at] != ',') {
            return Optional.of(LineFault.NO_TIME);
        }
        if (!scale()) {
            return Optional.of(LineFault.TIME_TOO_LARGE);
        }
        topicFrom = at + 1;
        return topic(bytes, to);
    }

    private Optional<LineFault> topic(byte[] bytes, int to) {
        int end = topicFrom;
        while (end < to && bytes[end] != ',') {
            end++;
        }
        topicTo = end;
        if (end == to || end == topicFrom) {
            return Optional.of(LineFault.NO_TOPIC);
        }
        return end - topicFrom <= LONGEST_TOPIC && isName(bytes) ? Optional.empty() : Optional.of(LineFault.BAD_TOPIC);
    }

    private boolean isName(byte[] bytes) {
        int i = topicFrom;
        while (i < topicTo) {
            int size = bytes[i] >= 0 ? 1 : Utf8.sequence(bytes, i, topicTo);
            if (size == 0) {
                return false;
            }
            int codePoint = size == 1 ? bytes[i] : Utf8.codePoint(bytes, i, size);
            if (codePoint <= ' ' || codePoint >= 0x7f && isBlankOrControl(codePoint)) {
                return false;
            }
            i += size;
        }
        return true;
    }

    private static boolean isBlankOrControl(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint);
    }

    /** Digits, perhaps a point among them, perhaps an exponent. */
    private boolean number(byte[] bytes, int from, int to) {
        mantissa = 0;
        digits = 0;
        power = 0;
        at = from;
        int end = Math.min(to, from + LONGEST_TIME);
        int seen = digits(bytes, end, 0);
        if (at < end && bytes[at] == '.') {
            at++;
            seen += digits(bytes, end, -1);
        }
        if (seen == 0) {
            return false;
        }
        if (at < end && (bytes[at] | ' ') == 'e') {
            at++;
            return exponent(bytes, end);
        }
        return true;
    }

    /** Takes digits into the mantissa; those that have no room any more count by their place alone. */
    private int digits(byte[] bytes, int end, int step) {
        int begin = at;
        while (at < end && isDigit(bytes[at])) {
            if (digits < MOST_DIGITS) {
                mantissa = 10 * mantissa + bytes[at] - '0';
                digits += mantissa > 0 ? 1 : 0;
                power += step;
            } else {
                power += step + 1;
            }
            at++;
        }
        return at - begin;
    }

    private boolean exponent(byte[] bytes, int end) {
        boolean negative = at < end && bytes[at] == '-';
        if (negative || at < end && bytes[at] == '+') {
            at++;
        }
        int begin = at;
        int value = 0;
        while (at < end && isDigit(bytes[at])) {
            value = Math.min(MOST_EXPONENT, 10 * value + bytes[at] - '0');
            at++;
        }
        power += negative ? -value : value;
        return at > begin;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** From milliseconds to nanoseconds, rounded; false if these are too many. */
    private boolean scale() {
        nanos = mantissa;
        int places = mantissa == 0 ? 0 : power + NANO_DIGITS;
        while (places > 0) {
            if (nanos > Long.MAX_VALUE / 10) {
                return false;
            }
            nanos *= 10;
            places--;
        }
        while (places < -1 && nanos > 0) {
            nanos /= 10;
            places++;
        }
        if (places < 0) {
            nanos = (nanos + 5) / 10;
        }
        return true;
    }

    /** The time, in nanoseconds from whatever the file counts from; 0 or more. */
    public long nanos() {
        return nanos;
    }

    /** Where the name of the topic begins. */
    public int topicFrom() {
        return topicFrom;
    }

    /** Where the name of the topic has ended. */
    public int topicTo() {
        return topicTo;
    }

    /** Where the payload begins; it goes on to the end of the line, and may be empty. */
    public int payloadFrom() {
        return topicTo + 1;
    }
}
