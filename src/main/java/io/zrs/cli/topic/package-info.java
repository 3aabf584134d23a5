/** The commands about topics: publish, echo, list. Knows {@code cli.command} and no other group of commands. */
package io.zrs.cli.topic;
