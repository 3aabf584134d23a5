/**
 * The commands about topics: list them, look at one, measure, publish, echo. Each command reads its options and asks; what it prints
 * is made of the answer by classes that know no master, {@code …Text}, {@code …Json}, {@code …Form} and {@code …View}. Knows
 * {@code cli.command} and no other group of commands.
 */
package io.zrs.cli.topic;
