/** The command {@code zrs master} and its log. Knows {@code cli.command} and no other group of commands. */
package io.zrs.cli.master;
