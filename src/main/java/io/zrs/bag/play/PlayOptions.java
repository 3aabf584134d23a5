package io.zrs.bag.play;

import io.zrs.model.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How something is played.
 *
 * @param range which part
 * @param rate bag time for real time; infinite for as fast as it goes
 * @param delay how long to wait before it begins
 * @param paused whether it waits for somebody to have it go on
 * @param keepsAlive whether it stays when nothing more comes, until it is stopped
 * @param clockHertz how often a second of real time it tells the time; 0 for never
 * @param breakWhen which messages to pause behind, by the bags' names of topics
 * @param endsAtBreak whether such a message ends it, as nobody could have it go on
 * @param longestGap where longer than this nothing was said, the next message is sent at once
 */
public record PlayOptions(
        PlayRange range,
        double rate,
        Duration delay,
        boolean paused,
        boolean keepsAlive,
        double clockHertz,
        Optional<Predicate<Message>> breakWhen,
        boolean endsAtBreak,
        Optional<Duration> longestGap) {
    /** The least rate that a player can be told, and what is as fast as most machines are. */
    public static final double MIN_RATE = 0.001;

    /** The highest rate that is a number. */
    public static final double MAX_RATE = 1e6;

    /** The rate that is no number: as fast as it goes. */
    public static final double UNBOUND = Double.POSITIVE_INFINITY;

    /** At its own speed, once, without anything. */
    public static PlayOptions of(PlayRange range) {
        return new PlayOptions(range, 1, Duration.ZERO, false, false, 0, Optional.empty(), false, Optional.empty());
    }

    /** Whether it goes as fast as it can. */
    public boolean isUnbound() {
        return rate == UNBOUND;
    }

    /** These options with another rate. */
    public PlayOptions withRate(double other) {
        return new PlayOptions(range, other, delay, paused, keepsAlive, clockHertz, breakWhen, endsAtBreak, longestGap);
    }

    /** These options, where nobody could have it go on behind a message of {@link #breakWhen}. */
    public PlayOptions endingAtBreak() {
        return new PlayOptions(range, rate, delay, paused, keepsAlive, clockHertz, breakWhen, true, longestGap);
    }

    /** These options with gaps of so much of the bags' time at most. */
    public PlayOptions withLongestGap(Duration most) {
        return new PlayOptions(
                range, rate, delay, paused, keepsAlive, clockHertz, breakWhen, endsAtBreak, Optional.of(most));
    }
}
