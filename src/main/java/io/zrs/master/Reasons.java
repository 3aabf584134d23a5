package io.zrs.master;

import java.io.IOException;
import java.util.Locale;

/** An I/O error in a few words of our own, where the system's are known. */
final class Reasons {
    static final String TAKEN = "the port is taken";

    private Reasons() {}

    static String of(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("Address already in use")) {
            return TAKEN;
        }
        if (text.contains("Cannot assign requested address")) {
            return "this machine does not have that address";
        }
        if (text.contains("Permission denied")) {
            return "not permitted";
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
