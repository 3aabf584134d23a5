/** The command {@code zrs demo} and its plant. Knows {@code cli.command} and no other group of commands. */
package io.zrs.cli.demo;
