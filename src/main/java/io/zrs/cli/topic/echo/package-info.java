/**
 * The command {@code echo}: which topics it follows, which messages it shows, and when. Knows {@code cli.command} and
 * the forms below it, and nothing of the commands beside it.
 */
package io.zrs.cli.topic.echo;
