package io.zrs.shell;

/** Somebody wants the shell to end. */
final class ExitRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    ExitRequest(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    /** What it shall end with. */
    int code() {
        return code;
    }
}
