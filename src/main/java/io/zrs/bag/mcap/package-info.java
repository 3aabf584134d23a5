/**
 * MCAP files, as bytes: every record of the specification (mcap.dev, major version 0), chunks, compression, checksums, indexes; a
 * writer and readers.
 *
 * <p>Must not know topics, nodes, sockets, commands, or what zrs puts into such a file.
 */
package io.zrs.bag.mcap;
