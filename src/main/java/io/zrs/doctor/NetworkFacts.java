package io.zrs.doctor;

import java.util.List;

/**
 * The way to the master's control port.
 *
 * @param address what was asked for, as {@code HOST:PORT}
 * @param host the host of that
 * @param port the port of that
 * @param local whether it is this machine
 * @param resolved whether the host's name is known, or it has none
 * @param attempts to connect, one an address of the host
 * @param listeners of this machine on that port, on whatever address, if it is local
 * @param masters the {@code zrs master}s of this machine, by their control ports
 * @param answer what answered on the open connection; {@link Answer#NONE} if there was none
 * @param said the beginning of what it said, where it is no master; may be empty
 */
public record NetworkFacts(
        String address,
        String host,
        int port,
        boolean local,
        boolean resolved,
        List<Attempt> attempts,
        List<Listener> listeners,
        List<Listener> masters,
        Answer answer,
        String said) {
    /** Copies the lists. */
    public NetworkFacts {
        attempts = List.copyOf(attempts);
        listeners = List.copyOf(listeners);
        masters = List.copyOf(masters);
    }

    /** What is at the other end. */
    public enum Answer {
        /** There was no connection. */
        NONE,
        /** A master, of whatever kind. */
        MASTER,
        /** It speaks ZeroMQ, and does not answer as a master does. */
        ZEROMQ,
        /** A web server. */
        HTTP,
        /** Something else that talks. */
        OTHER,
        /** It says nothing. */
        SILENCE
    }
}
