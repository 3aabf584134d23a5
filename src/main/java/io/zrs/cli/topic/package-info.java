/** The commands about topics: publish, echo, list, measure. Knows {@code cli.command} and no other group of commands. */
package io.zrs.cli.topic;
