package io.zrs.shell;

import java.io.IOException;

/** Nobody reads any more what a command writes. */
public final class ClosedOutputException extends IOException {
    private static final long serialVersionUID = 1;

    ClosedOutputException(IOException cause) {
        super("nobody reads any more", cause);
    }
}
