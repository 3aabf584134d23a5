/**
 * The broker: one event loop on one thread that answers the control port, opens a pair of ports a topic, and forwards
 * runs of whole frames from publishers to subscribers.
 *
 * <p>Who is registered is decided in {@code registry}, how ZMTP is spoken in {@code zmtp}. This package must not know
 * the client library, the terminal or any command.
 */
package io.zrs.master;
