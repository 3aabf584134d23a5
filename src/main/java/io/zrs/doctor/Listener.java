package io.zrs.doctor;

/**
 * A program of this machine that listens.
 *
 * @param ip where, in numbers; {@code 0.0.0.0} or {@code ::} for everywhere
 * @param port the port
 * @param pid its process; 0 if another user's, whose cannot be known
 * @param program what it is, for people; empty if that cannot be known
 * @param stopped whether it is stopped, as by Ctrl-Z
 */
public record Listener(String ip, int port, long pid, String program, boolean stopped) {
    boolean isLocalOnly() {
        return ip.startsWith("127.") || ip.equals("::1");
    }

    /** Such as {@code process 4242 (python3 server.py)}. */
    String name() {
        return pid == 0 ? "a program of another user" : "process " + pid + " (" + program + ")";
    }
}
