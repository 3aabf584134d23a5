/**
 * From values to what people and programs read: text that is harmless to a terminal, JSON lines, the envelope of a
 * message, colours.
 *
 * <p>Writes into a buffer or an {@code Appendable} that it is given. Must not know where that leads to, nor commands,
 * sockets and the master.
 */
package io.zrs.output;
