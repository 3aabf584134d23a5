package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/**
 * The TCP ports that topics may use.
 *
 * @param first lowest port, 1 to 65535
 * @param last highest port, {@code first} to 65535
 */
public record PortRange(int first, int last) {
    /** Checks the bounds. */
    public PortRange {
        if (first < 1 || last > 65535 || first > last) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "the port range " + first + "-" + last + " is not within 1-65535",
                    "give it as FIRST-LAST, such as 6000-6999");
        }
    }

    /**
     * Reads {@code FIRST-LAST}.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} for anything else
     */
    public static PortRange parse(String text) {
        int dash = text.indexOf('-');
        try {
            return new PortRange(Integer.parseInt(text, 0, dash, 10), Integer.parseInt(text.substring(dash + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "'" + text + "' is not a port range",
                    "give it as FIRST-LAST, such as 6000-6999",
                    e);
        }
    }

    /** Whether it has this port. */
    boolean contains(int port) {
        return port >= first && port <= last;
    }

    /** How many ports it has. */
    public int size() {
        return last - first + 1;
    }
}
