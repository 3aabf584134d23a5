package io.zrs.stats;

/**
 * How many bytes arrive.
 *
 * @param enough whether there were two messages and time passed since the first; if not, the rate is 0
 * @param bytesPerSecond the window's bytes by the time from its first message to now, as {@code rostopic bw} has it: it
 *     falls while nothing comes
 * @param sizes the messages' sizes in bytes; its count is the window
 */
public record SizeReport(boolean enough, double bytesPerSecond, Distribution sizes) {
    /** How many messages the numbers are about. */
    public int window() {
        return sizes.count();
    }
}
