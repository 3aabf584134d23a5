/**
 * What a node and the master say to each other on the control port, as values: sealed requests and replies, free of
 * any encoding.
 *
 * <p>The generations' encodings are in the packages below. Nothing here knows sockets or who is registered.
 */
package io.zrs.protocol;
