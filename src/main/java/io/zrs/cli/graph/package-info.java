/** The command {@code zrs graph} and what is below it. Knows {@code cli.command} and no other group of commands. */
package io.zrs.cli.graph;
