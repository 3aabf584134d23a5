/**
 * Recordings made of recordings: parts, unions, other formats; and what is wrong with one, and made whole.
 *
 * <p>Must not know nodes, sockets, commands or how anything is printed.
 */
package io.zrs.bag.edit;
