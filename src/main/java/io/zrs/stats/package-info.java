/**
 * Rates, sizes and delays of what arrives, over a bounded window: pure mathematics on numbers that others measure.
 *
 * <p>Windows are fed by one thread, without allocating per sample, and answer with immutable reports. Must not know
 * clocks, sockets, commands or how a report is printed.
 */
package io.zrs.stats;
