/** The command {@code zrs plot}. Knows {@code cli.command} and no other group of commands. */
package io.zrs.cli.plot;
