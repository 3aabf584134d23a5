/**
 * The command {@code expect}: reads what is expected from its options or a file, watches, and reports. Knows
 * {@code cli.command} and no other group of commands.
 */
package io.zrs.cli.expect;
