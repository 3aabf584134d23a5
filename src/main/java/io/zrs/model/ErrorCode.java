package io.zrs.model;

import java.util.Locale;

/** What kind of thing went wrong; the same on the wire, in exceptions and behind exit codes. */
public enum ErrorCode {
    /** A request, an argument or a name that does not have the required form. */
    INVALID,
    /** A request of a kind that the other side does not know. */
    UNKNOWN_OPERATION,
    /** No such topic, node or registration. */
    NOT_FOUND,
    /** Nothing answers at the master's address, or it has gone. */
    NO_MASTER,
    /** The other side answered, and said no: a limit, a full table, a forbidden operation. */
    REFUSED,
    /** The other side did not answer in time. */
    TIMEOUT,
    /** Reading or writing a file, a port or a stream failed. */
    IO,
    /** The object was closed before the call. */
    CLOSED;

    /** This code as it stands on the wire: lower case, words joined by {@code _}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code that {@code wireName} stands for; {@link #REFUSED} for one that this version does not know. */
    public static ErrorCode ofWireName(String wireName) {
        for (ErrorCode code : values()) {
            if (code.wireName().equals(wireName)) {
                return code;
            }
        }
        return REFUSED;
    }
}
