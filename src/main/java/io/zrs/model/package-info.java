/**
 * The words of the system as values: names, messages, what is known of topics and nodes, and the one exception type
 * with its codes.
 *
 * <p>Everything here is immutable and safe to share between threads. This package knows the JDK alone: nothing of
 * sockets, files, wire formats or terminals.
 */
package io.zrs.model;
