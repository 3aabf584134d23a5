/**
 * Protocol 2: JSON objects in the same one-frame framing.
 *
 * <p>Reads and writes token by token, because the object mapper costs a short command more than its work. Nothing here
 * knows sockets or who is registered.
 */
package io.zrs.protocol.json;
