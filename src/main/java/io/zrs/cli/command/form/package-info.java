/**
 * The forms in which messages are printed, and the options that choose one: as {@code rostopic echo} does, as tables, as
 * lines of JSON, raw. Knows what messages and their fields are, and nothing of where they come from.
 */
package io.zrs.cli.command.form;
