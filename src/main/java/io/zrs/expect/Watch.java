package io.zrs.expect;

import io.zrs.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One expectation under way: takes a topic's messages and finds out whether it is as expected. Keeps counts, and of the
 * messages at most the one that decides each thing that is looked at.
 *
 * <p>Every method may be called from any thread. Times are in nanoseconds of one clock, in any order of calls; none is
 * negative. What is found stays the same.
 */
public final class Watch {
    private final Expectation expectation;
    private final List<Check> checks;
    private long came;
    private boolean started;

    /** Nothing is left to look at; read without the lock, since a topic may go on at any rate. */
    private volatile boolean settled;

    /** A watch whose time has not begun; it takes messages all the same. */
    public Watch(Expectation expectation) {
        this.expectation = expectation;
        checks = expectation.checks();
    }

    /** What is expected. */
    public Expectation expectation() {
        return expectation;
    }

    /** How many findings there will be. */
    public int size() {
        return checks.size();
    }

    /** Starts the clock. */
    public synchronized void start(long nanos) {
        started = true;
        checks.forEach(check -> check.start(nanos));
    }

    /**
     * Takes a message of the topic.
     *
     * @param nanos when it came
     * @return whether something has become certain by it
     */
    public boolean take(Message message, long nanos) {
        if (settled) {
            return false;
        }
        // Without the lock: it may take long, and the clock's thread must not wait for it.
        boolean matches =
                expectation.filter().map(wanted -> wanted.matches(message)).orElse(true);
        return take(message, matches, nanos);
    }

    private synchronized boolean take(Message message, boolean matches, long nanos) {
        came++;
        boolean found = false;
        for (Check check : checks) {
            if (check.finding() == null && nanos < check.end()) {
                check.take(message, matches, nanos);
                found |= check.finding() != null;
            }
        }
        settled = isDone();
        return found;
    }

    /** When the next thing ends that is not certain; {@link Long#MAX_VALUE} if there is none. */
    public synchronized long nextEnd() {
        long next = Check.NEVER;
        for (Check check : checks) {
            if (check.finding() == null) {
                next = Math.min(next, check.end());
            }
        }
        return next;
    }

    /**
     * Says what time it is, which ends what has come to its end.
     *
     * @param lost how many messages of the topic are known to have been lost since the watch began
     */
    public synchronized void pass(long nanos, long lost) {
        for (Check check : checks) {
            if (check.finding() == null && check.end() <= nanos) {
                check.end(lost);
            }
        }
        settled = isDone();
    }

    /** Ends what is not certain yet, without a judgement. */
    public synchronized void giveUp(String reason, long nanos) {
        for (Check check : checks) {
            if (check.finding() == null) {
                check.find(Outcome.UNJUDGED, check.sofar(), reason, nanos, Optional.empty());
            }
        }
    }

    /** Whether everything is certain. */
    public synchronized boolean isDone() {
        return started && nextEnd() == Check.NEVER;
    }

    /** Whether a message came at all. */
    public synchronized boolean heard() {
        return came > 0;
    }

    /** What was found, in a fixed order; empty until {@linkplain #isDone everything is certain}. */
    public synchronized List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (isDone()) {
            checks.forEach(check -> findings.add(check.finding()));
        }
        return findings;
    }
}
