/**
 * Protocol 1, as ZeROSMQ nodes and masters speak it: one text frame a request, one a reply, DOT source for the graph.
 *
 * <p>Both directions, so that the node library and the master share one reading of it. Nothing here knows sockets,
 * JSON or who is registered; text from the network may be anything, and only {@link io.zrs.model.ZrsException} leaves.
 */
package io.zrs.protocol.legacy;
