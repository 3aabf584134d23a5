package io.zrs.doctor;

/**
 * One attempt to open a TCP connection.
 *
 * @param ip the address in numbers
 * @param port the port
 * @param outcome how it ended
 */
public record Attempt(String ip, int port, Outcome outcome) {
    /** How an attempt ends. */
    public enum Outcome {
        /** Somebody listens there. */
        OPEN,
        /** The machine, or a firewall, says no at once. */
        REFUSED,
        /** Nobody says anything. */
        TIMED_OUT,
        /** The network says that there is no way. */
        UNREACHABLE
    }

    boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    boolean isIpv6() {
        return ip.indexOf(':') >= 0;
    }
}
