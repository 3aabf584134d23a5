/**
 * Protocol 2: JSON objects in the same one-frame framing.
 *
 * <p>Both directions, so that the node library and the master share one reading of it. Text from the network becomes a
 * small tree first, since members come in any order, and then a value; it may be anything, and ends in a value or in a
 * line that names what is wrong. No object mapper: it costs a short command more than its work. Nothing here knows
 * sockets or who is registered.
 */
package io.zrs.protocol.json;
