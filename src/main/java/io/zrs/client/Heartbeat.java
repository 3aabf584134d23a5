package io.zrs.client;

import io.zrs.client.ControlClient.Greeted;
import io.zrs.model.NodeId;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Shows the master that the node lives, and has both tell each other what they lost. While messages are not known to have
 * come, it also asks how many did, so that the end of a master leaves little in doubt.
 */
final class Heartbeat {
    private final NodeId id;
    private final ControlClient client;
    private final Outbound outbound;
    private final Inbound inbound;

    /** The watcher's own. */
    private long connection = -1;

    private long due;
    private volatile long answered;

    Heartbeat(NodeId id, ControlClient client, Outbound outbound, Inbound inbound) {
        this.id = id;
        this.client = client;
        this.outbound = outbound;
        this.inbound = inbound;
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
        }
        if (due - time <= 0) {
            if (time - answered > TimeUnit.SECONDS.toNanos(joined.timeoutSeconds())) {
                // Half open: nothing else would ever tell.
                client.reset();
                return Long.MAX_VALUE;
            }
            beat(now);
            due = time + interval;
        }
        return due - time;
    }

    private void beat(Greeted over) {
        client.tell(new Operation.Heartbeat(losses()), over.connection(), result -> take(result, over));
        if (outbound.isUnconfirmed()) {
            askWhatCame(0, over);
        }
    }

    private void take(Optional<Result> result, Greeted over) {
        answered = System.nanoTime();
        if (result.isPresent() && result.get() instanceof Result.Losses losses) {
            inbound.lost(losses);
        } else if (result.isPresent()) {
            outbound.doubt();
            client.forgetGreeting(over);
        }
    }

    private void askWhatCame(long after, Greeted over) {
        Operation question =
                new Operation.Statistics(Optional.empty(), Optional.of(id.name()), Optional.of(id.instance()), after);
        client.tell(question, over.connection(), result -> {
            if (result.isPresent() && result.get() instanceof Result.StatisticsPage page) {
                confirm(page.registrations(), over);
                page.next().ifPresent(next -> {
                    if (next > after) {
                        askWhatCame(next, over);
                    }
                });
            }
        });
    }

    private void confirm(List<RegistrationStatus> registrations, Greeted over) {
        for (RegistrationStatus registration : registrations) {
            if (registration.role() == Role.PUBLISHER) {
                outbound.confirm(registration.topic(), registration.passed().messages(), over.number());
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
