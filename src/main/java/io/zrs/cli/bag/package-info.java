/**
 * The commands {@code zrs bag …}, in packages of their own.
 *
 * <p>Must not know other groups of commands.
 */
package io.zrs.cli.bag;
