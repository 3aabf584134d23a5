package io.zrs.client;

import io.zrs.client.ControlClient.Greeted;
import io.zrs.model.NodeId;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Shows the master that the node lives, and has both tell each other what they lost. While messages are not known to have
 * come, it also asks how many did, so that the end of a master leaves little in doubt.
 */
final class Heartbeat {
    /** Between questions beside the beats; it doubles while the answer stays the same. */
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(32);

    /** Between beats where somebody wants to know whether the master answers. */
    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final NodeId id;
    private final ControlClient client;
    private final Outbound outbound;
    private final Inbound inbound;
    private final Runnable wake;

    /** The watcher's own. */
    private long connection = -1;

    private long due;
    private long askedAt;
    private long pause = SHORTEST_PAUSE_NANOS;
    private volatile long answered;
    private volatile long beatAt;

    /** Whether a beat has no answer yet, and since when. */
    private volatile boolean owed;

    private volatile long owedSince;
    private volatile boolean checkWanted;

    /** Whether a question beside the beats is under way. */
    private volatile boolean asking;

    /** Whether the master confirmed anything since the question before. */
    private volatile boolean progress;

    /** {@code wake} has the watcher take its next turn now. */
    Heartbeat(NodeId id, ControlClient client, Outbound outbound, Inbound inbound, Runnable wake) {
        this.id = id;
        this.client = client;
        this.outbound = outbound;
        this.inbound = inbound;
        this.wake = wake;
    }

    /** Beats if it is time; for the watcher. Returns when to be called again, in nanoseconds from now. */
    long turn() {
        Greeted now = client.lastGreeted();
        if (now.joined().isEmpty() || !client.isCurrent(now)) {
            // What a connection before this one heard, and when, says nothing of it; greeting the master calls here
            // again.
            return Long.MAX_VALUE;
        }
        Result.Joined joined = now.joined().get();
        long interval = TimeUnit.SECONDS.toNanos(joined.heartbeatSeconds());
        long time = System.nanoTime();
        if (connection != now.connection()) {
            connection = now.connection();
            due = time + interval;
            answered = time;
            beatAt = time;
            owed = false;
            askedAt = time - LONGEST_PAUSE_NANOS;
        }
        if (due - time <= 0) {
            if (time - answered > TimeUnit.SECONDS.toNanos(joined.timeoutSeconds())) {
                // Half open: nothing else would ever tell.
                client.reset();
                return Long.MAX_VALUE;
            }
            beat(now);
            due = time + interval;
        } else if (checkWanted && time - beatAt >= CHECK_NANOS) {
            beat(now);
        }
        return Math.min(due - time, askEarly(now, time));
    }

    /** Asks what came where a publisher's window fills up. Returns when to be called again, as {@link #turn}. */
    private long askEarly(Greeted over, long time) {
        if (asking) {
            return Long.MAX_VALUE;
        }
        List<TopicName> wanted = outbound.wanted();
        if (wanted.isEmpty()) {
            return Long.MAX_VALUE;
        }
        pause = progress ? SHORTEST_PAUSE_NANOS : pause;
        long wait = askedAt + pause - time;
        if (wait > 0) {
            return wait;
        }
        askedAt = time;
        pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        progress = false;
        asking = true;
        Optional<TopicName> topic = wanted.size() == 1 ? Optional.of(wanted.get(0)) : Optional.empty();
        askWhatCame(topic, 0, over, () -> {
            asking = false;
            wake.run();
        });
        return Long.MAX_VALUE;
    }

    /**
     * How long a beat has been without an answer; zero where none is. To ask so has the node beat about once a second instead
     * of when it must. For any thread.
     */
    Duration silence() {
        long now = System.nanoTime();
        if (owed) {
            return Duration.ofNanos(Math.max(0, now - owedSince));
        }
        if (!checkWanted && now - beatAt >= CHECK_NANOS) {
            checkWanted = true;
            wake.run();
        }
        return Duration.ZERO;
    }

    private void beat(Greeted over) {
        beatAt = System.nanoTime();
        checkWanted = false;
        if (!owed) {
            owedSince = beatAt;
            owed = true;
        }
        client.tell(new Operation.Heartbeat(losses()), over.connection(), result -> take(result, over));
        if (outbound.isUnconfirmed()) {
            askWhatCame(Optional.empty(), 0, over, () -> {});
        }
    }

    private void take(Optional<Result> result, Greeted over) {
        answered = System.nanoTime();
        owed = false;
        if (result.isPresent() && result.get() instanceof Result.Losses losses) {
            inbound.lost(losses);
        } else if (result.isPresent()) {
            outbound.doubt();
            client.forgetGreeting(over);
        }
    }

    /** Asks about one topic, or all; {@code whenDone} is called at the end, whether there was an answer or not. */
    private void askWhatCame(Optional<TopicName> topic, long after, Greeted over, Runnable whenDone) {
        Operation question = new Operation.Statistics(topic, Optional.of(id.name()), Optional.of(id.instance()), after);
        boolean sent = client.tell(question, over.connection(), result -> {
            OptionalLong next = OptionalLong.empty();
            if (result.isPresent() && result.get() instanceof Result.StatisticsPage page) {
                confirm(page.registrations(), over);
                next = page.next();
            }
            if (next.isPresent() && next.getAsLong() > after) {
                askWhatCame(topic, next.getAsLong(), over, whenDone);
            } else {
                whenDone.run();
            }
        });
        if (!sent) {
            whenDone.run();
        }
    }

    private void confirm(List<RegistrationStatus> registrations, Greeted over) {
        for (RegistrationStatus registration : registrations) {
            if (registration.role() == Role.PUBLISHER) {
                progress |= outbound.confirm(
                        registration.topic(), registration.passed().messages(), over.number());
            }
        }
    }

    /** Beats now, and waits for the answer; errors as {@link ControlClient#request}. */
    void refresh() {
        Greeted now = client.greeted();
        if (now.joined().isPresent()) {
            client.ask(new Operation.Heartbeat(losses()), now.connection())
                    .ifPresent(result -> inbound.lost((Result.Losses) result));
        }
    }

    /** As {@link #refresh}, where the master can be asked; no errors. */
    void refreshIfPossible() {
        if (client.isConnected() && client.lastGreeted().joined().isPresent()) {
            try {
                refresh();
            } catch (ZrsException e) {
                Log.get().log(System.Logger.Level.DEBUG, "the master did not tell what it dropped", e);
            }
        }
    }

    private List<Operation.Loss> losses() {
        List<Operation.Loss> losses = new ArrayList<>();
        outbound.addLosses(losses);
        inbound.addLosses(losses);
        return losses;
    }
}
