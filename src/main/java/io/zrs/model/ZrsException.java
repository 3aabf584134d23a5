package io.zrs.model;

import java.util.Objects;

/**
 * Something a user can be told about: one line that says what went wrong and with what, and, where there is one, what
 * to try.
 */
public class ZrsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String remedy;

    /** An error without a remedy. */
    public ZrsException(ErrorCode code, String message) {
        this(code, message, "", null);
    }

    /** An error with what to try against it. */
    public ZrsException(ErrorCode code, String message, String remedy) {
        this(code, message, remedy, null);
    }

    /**
     * An error with everything.
     *
     * @param message what went wrong and with what; one line, no full stop
     * @param remedy what to try; empty where nothing helps
     * @param cause the exception underneath; may be null
     */
    public ZrsException(ErrorCode code, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
        this.remedy = Objects.requireNonNull(remedy);
    }

    /** The kind of error. */
    public ErrorCode code() {
        return code;
    }

    /** What to try; empty where nothing helps. */
    public String remedy() {
        return remedy;
    }
}
