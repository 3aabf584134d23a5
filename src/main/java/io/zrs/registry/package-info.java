/**
 * Who publishes and subscribes, and who is still alive: a pure state machine over names and connection numbers, with an
 * injected clock. It decides; others act.
 *
 * <p>It must not know sockets, selectors, encodings or ports: a connection is a number and the address it came from.
 */
package io.zrs.registry;
