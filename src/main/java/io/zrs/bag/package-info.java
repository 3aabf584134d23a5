/**
 * Recordings, of whatever format: what is in them, their messages in the order of time, and writing them. {@code Bag.open} tells the
 * formats apart.
 *
 * <p>Must not know nodes, sockets, clocks, commands or how anything is printed; nor bytes, which are {@code bag.mcap}'s and
 * {@code bag.lines}'.
 */
package io.zrs.bag;
