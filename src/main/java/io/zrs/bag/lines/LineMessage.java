package io.zrs.bag.lines;

/**
 * A message of a file.
 *
 * @param nanos its time, from what the format says times count from
 * @param channel its channel, as {@link LineChannels} has it
 */
public record LineMessage(long nanos, int channel, byte[] payload) {}
