/**
 * A shell at a terminal: the prompt, keys, completion, colours, history. With {@code screen} the only package that knows JLine. Must
 * not know what commands there are.
 */
package io.zrs.shell.edit;
