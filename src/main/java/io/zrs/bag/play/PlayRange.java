package io.zrs.bag.play;

/**
 * Which part is played.
 *
 * @param from where it begins, in nanoseconds from the plan's start
 * @param until where it ends, likewise; included
 * @param loops whether it begins anew when it has ended
 */
public record PlayRange(long from, long until, boolean loops) {}
