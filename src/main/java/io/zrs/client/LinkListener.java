package io.zrs.client;

/**
 * Told when the connections of a socket come and go, on ZeroMQ's I/O thread: it must return at once and touch no socket.
 */
interface LinkListener {
    /** Not told. */
    LinkListener NONE = new LinkListener() {
        @Override
        public void connected(int port) {}

        @Override
        public void disconnected(int port) {}
    };

    /** The connection to this port of the master is open. */
    void connected(int port);

    /** The connection to this port of the master is lost. */
    void disconnected(int port);
}
