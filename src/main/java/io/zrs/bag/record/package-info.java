/**
 * Recording: from messages as they come to files on a disk that may be slow, full or gone.
 *
 * <p>Must not know how topics are found, commands, or how anything is printed.
 */
package io.zrs.bag.record;
