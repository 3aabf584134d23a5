/**
 * The server side of ZMTP 3.1 with fallback to 3.0 (ZeroMQ RFC 23 and 37): greeting, handshake, frames, commands, and
 * one non-blocking connection with its bounded send queue.
 *
 * <p>It treats every byte from a peer as hostile. It knows the JDK alone, and nothing of topics, nodes or requests.
 * Every object here belongs to one thread, the one that runs the event loop.
 */
package io.zrs.zmtp;
