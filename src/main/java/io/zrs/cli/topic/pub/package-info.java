/**
 * The command {@code pub}: where messages come from, at what pace they go, and how it bears a master that goes away. Knows
 * {@code cli.command}, and nothing of the commands beside it.
 */
package io.zrs.cli.topic.pub;
