package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.function.UnaryOperator;

/**
 * Where a master listens.
 *
 * @param host name or address; an IPv6 address without its brackets
 * @param port control port, 1 to 65535
 */
public record MasterAddress(String host, int port) {
    /** The port of a master that was not told otherwise. */
    public static final int DEFAULT_PORT = 5555;

    /** A master on this machine, on the default port. */
    public static final MasterAddress LOCAL = new MasterAddress("127.0.0.1", DEFAULT_PORT);

    /** The environment variable that says where the master is to whoever is not told otherwise. */
    public static final String VARIABLE = "ZRS_MASTER";

    /** Checks the host and the port. */
    public MasterAddress {
        if (host.isBlank() || port < 1 || port > 65535) {
            throw invalid(host + ":" + port, null);
        }
    }

    /**
     * Reads {@code HOST}, {@code HOST:PORT}, {@code [IPV6]} or {@code [IPV6]:PORT}; a leading {@code tcp://} may stand.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} for anything else
     */
    public static MasterAddress parse(String text) {
        String rest = text.strip();
        if (rest.startsWith("tcp://")) {
            rest = rest.substring("tcp://".length());
        }
        int hostEnd = rest.startsWith("[") ? rest.indexOf(']') + 1 : rest.indexOf(':');
        if (hostEnd < 0) {
            hostEnd = rest.length();
        }
        String host = rest.substring(0, hostEnd);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        String port = rest.substring(hostEnd);
        if (!port.isEmpty() && port.charAt(0) != ':') {
            throw invalid(text, null);
        }
        try {
            return new MasterAddress(host, port.isEmpty() ? DEFAULT_PORT : Integer.parseInt(port.substring(1)));
        } catch (NumberFormatException e) {
            throw invalid(text, e);
        }
    }

    /**
     * The address in the environment's {@link #VARIABLE}, as {@code zrs launch} sets it for its nodes; {@link #LOCAL} if it is
     * not set, or blank.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if what it says is no address
     */
    public static MasterAddress ofEnvironment() {
        return ofEnvironment(System::getenv);
    }

    /**
     * As {@link #ofEnvironment()}, of another environment than this process's.
     *
     * @param environment variables by name; null where one is not set
     */
    public static MasterAddress ofEnvironment(UnaryOperator<String> environment) {
        String value = environment.apply(VARIABLE);
        if (value == null || value.isBlank()) {
            return LOCAL;
        }
        try {
            return parse(value);
        } catch (ZrsException e) {
            // Nobody typed it just now: say where it comes from.
            throw new ZrsException(e.code(), VARIABLE + ": " + e.getMessage(), e.remedy(), e);
        }
    }

    private static ZrsException invalid(String text, Exception cause) {
        return new ZrsException(
                ErrorCode.INVALID,
                "'" + text + "' is not a master's address",
                "give it as HOST or HOST:PORT, such as 127.0.0.1:5555",
                cause);
    }

    /** Another port on the same host. */
    MasterAddress withPort(int otherPort) {
        return new MasterAddress(host, otherPort);
    }

    /** The address as ZeroMQ wants it. */
    String endpoint() {
        return "tcp://" + this;
    }

    private String bracketed() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    // By hand, as is hashCode: Java takes some 10 ms to make a record's own, which a short command would wait for.
    @Override
    public boolean equals(Object other) {
        return other instanceof MasterAddress that && port == that.port && host.equals(that.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    @Override
    public String toString() {
        return bracketed() + ":" + port;
    }
}
