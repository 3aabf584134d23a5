package io.zrs.master;

import java.io.IOException;
import java.util.Locale;

/** An I/O error in a few words of our own, where the system's are known. */
final class Reasons {
    static final String TAKEN = "the port is taken";
    static final String FOREIGN = "this machine does not have that address";
    static final String FORBIDDEN = "not permitted";

    private Reasons() {}

    static String of(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("Address already in use")) {
            return TAKEN;
        }
        if (text.contains("Cannot assign requested address")) {
            return FOREIGN;
        }
        if (text.contains("Permission denied")) {
            return FORBIDDEN;
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** What to try where a master cannot listen, for a reason from {@link #of}. */
    static String remedy(String reason) {
        return switch (reason) {
            case FOREIGN -> "give --bind one of its own, or 0.0.0.0 for all of them";
            case FORBIDDEN -> "take a port above 1023 with --port";
            default -> "another master may run there: stop it, or take another port with --port";
        };
    }
}
