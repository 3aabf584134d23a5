package io.zrs.cli.command.complete;

/**
 * Something that is there now: a topic, a node.
 *
 * @param value its name
 * @param description what is known of it, in a few words; may be empty
 */
public record LiveName(String value, String description) {}
