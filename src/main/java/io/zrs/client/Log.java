package io.zrs.client;

/** What the library logs to, asked for when something is logged and not before: Java takes some 20 ms to find it. */
final class Log {
    private Log() {}

    /** The {@link System.Logger} {@code io.zrs.client}. */
    static System.Logger get() {
        return System.getLogger("io.zrs.client");
    }
}
