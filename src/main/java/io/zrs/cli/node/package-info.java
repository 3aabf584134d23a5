/**
 * The commands about nodes: list, info, ping, kill, cleanup. Knows {@code cli.command} and no other group of commands.
 */
package io.zrs.cli.node;
