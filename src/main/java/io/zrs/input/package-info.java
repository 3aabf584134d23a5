/**
 * Messages out of a byte stream: a line each, documents between rules, a whole file, envelopes; and messages made of a
 * template. Everything is read as it comes, and no more is held than one message and a buffer.
 *
 * <p>Must not know sockets, commands or where the stream comes from.
 */
package io.zrs.input;
