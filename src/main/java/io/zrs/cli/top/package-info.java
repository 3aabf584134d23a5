/** The command {@code zrs top}. Knows {@code cli.command} and no other group of commands. */
package io.zrs.cli.top;
