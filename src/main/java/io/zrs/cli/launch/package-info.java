/** The command {@code zrs launch}. Knows {@code cli.command} and no other group of commands. */
package io.zrs.cli.launch;
