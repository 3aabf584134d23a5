package io.zrs.client;

/**
 * That a node may publish or subscribe.
 *
 * @param port the data port, on the master's host
 * @param greeting the greeting of the master that granted it
 * @param protocol the protocol it was granted in: by 2, the master counts what comes
 */
record Grant(int port, long greeting, int protocol) {}
