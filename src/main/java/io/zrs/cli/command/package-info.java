/**
 * What every command is made of: the streams and the terminal it is given, the options all share, exit codes, how an
 * error is told, how an interruption reaches it.
 *
 * <p>Must not know any command, nor the process it runs in: no {@code System.exit}, {@code System.out} or environment.
 */
package io.zrs.cli.command;
