/**
 * A small language that asks questions about messages, such as {@code speed > 3 and unit == 'm/s'}; {@link
 * io.zrs.expression.Expression} has its grammar.
 *
 * <p>Safe with any expression and any payload: it reads a message and nothing else, recurses to a bounded depth, and
 * takes time and memory in proportion to the payload. Must not know commands, sockets, nor how values are printed.
 */
package io.zrs.expression;
