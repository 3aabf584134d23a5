/**
 * The command {@code echo}: which topics it follows, which messages it shows and in what form. Knows {@code cli.command},
 * and nothing of the commands beside it.
 */
package io.zrs.cli.topic.echo;
