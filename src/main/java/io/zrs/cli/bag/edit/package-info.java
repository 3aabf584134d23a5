/**
 * The commands that make bags of bags, {@code filter}, {@code merge}, {@code convert} and {@code recover}, and {@code check}.
 *
 * <p>Must not know topics of a master, nodes or sockets.
 */
package io.zrs.cli.bag.edit;
