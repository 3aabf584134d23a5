package io.zrs.expect;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/**
 * How many there may be.
 *
 * @param least at least so many, from 0
 * @param most at most so many, at least 1 and {@code least}; {@link Long#MAX_VALUE} where there is no limit
 */
public record CountRange(long least, long most) {
    /** One or more. */
    static final CountRange SOME = new CountRange(1, Long.MAX_VALUE);

    /** None at all. */
    static final CountRange NONE = new CountRange(0, 0);

    private static final String DOTS = "..";

    /**
     * Reads {@code N}, which is N or more, {@code N..}, {@code ..M} or {@code N..M}.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none of them, or can only be none
     */
    public static CountRange parse(String text) {
        int dots = text.indexOf(DOTS);
        String left = dots < 0 ? text : text.substring(0, dots);
        String right = dots < 0 ? "" : text.substring(dots + DOTS.length());
        if (left.isEmpty() && right.isEmpty()) {
            throw complaint(text);
        }
        long least = left.isEmpty() ? 0 : number(text, left);
        long most = right.isEmpty() ? Long.MAX_VALUE : number(text, right);
        if (least > most) {
            throw new ZrsException(ErrorCode.INVALID, "the range '" + text + "' begins above its end", "swap them");
        }
        if (most == 0 || least == 0 && dots < 0) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no message at all", "silent says that");
        }
        if (least == 0 && right.isEmpty()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "'" + text + "' is true of everything", "give a number from 1 up");
        }
        return new CountRange(least, most);
    }

    private static long number(String text, String digits) {
        try {
            if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Long.parseLong(digits);
            }
            throw complaint(text);
        } catch (NumberFormatException e) {
            throw complaint(text);
        }
    }

    private static ZrsException complaint(String text) {
        return new ZrsException(
                ErrorCode.INVALID, "'" + text + "' is not how many", "give it as 10, which is 10 or more, or 10..20");
    }

    /** Whether so many are neither too few nor too many. */
    public boolean contains(long count) {
        return count >= least && count <= most;
    }

    /** Whether there is a limit, so that more may be too many. */
    public boolean isLimited() {
        return most != Long.MAX_VALUE;
    }

    /** As people read it: {@code none}, {@code at least 3}, {@code at most 5}, {@code exactly 4} or {@code 3..5}. */
    @Override
    public String toString() {
        if (most == 0) {
            return "none";
        }
        if (!isLimited()) {
            return "at least " + least;
        }
        if (least == most) {
            return "exactly " + least;
        }
        return least == 0 ? "at most " + most : least + DOTS + most;
    }
}
