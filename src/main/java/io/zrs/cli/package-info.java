/**
 * The programme {@code zrs}: the process around the commands, and the tree that they form.
 *
 * <p>Each group of commands has a package below, which sees {@code cli.command} and never another group. {@code Main}
 * alone ends the process, and this package alone knows that there is one.
 */
package io.zrs.cli;
