package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What changes in a system, told by its master over a connection of its own. It tells changes alone: ask
 * {@link MasterClient#graph()} afterwards for what was there before. Every method may be called from any thread.
 */
public final class EventStream implements AutoCloseable {
    /** How often to see whether the master is still there, and how long it may be silent: as a node's heartbeat. */
    private static final Duration PROBE = Duration.ofSeconds(5);

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final MasterAddress master;
    private final long probeNanos;
    private final long silenceNanos;
    private final Sockets sockets;
    private final ControlLink link;
    private final ControlClient client;
    private final Queue<TimedEvent> events = new ConcurrentLinkedQueue<>();

    private volatile long probed = System.nanoTime();
    private volatile long answered = probed + 1;

    private EventStream(MasterAddress master, NodeName name, Duration timeout, Duration probe, Duration silence) {
        this.master = master;
        probeNanos = probe.toNanos();
        silenceNanos = silence.toNanos();
        sockets = new Sockets(master);
        link = new ControlLink(sockets, master, null, this::take, () -> {});
        client = new ControlClient(master, name, timeout, link);
    }

    /** Connects and begins; errors as {@link MasterClient#events()}. */
    static EventStream open(MasterAddress master, NodeName name, Duration timeout) {
        return open(master, name, timeout, PROBE, SILENCE);
    }

    /** As {@link #open(MasterAddress, NodeName, Duration)}, with a patience of its own for a master that says nothing. */
    static EventStream open(MasterAddress master, NodeName name, Duration timeout, Duration probe, Duration silence) {
        EventStream stream = new EventStream(master, name, timeout, probe, silence);
        try {
            stream.client.greet(timeout);
            stream.client.perform(new Operation.Events(false), "tell what changes");
            return stream;
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private void take(Push push) {
        if (push instanceof Push.Event event) {
            events.add(new TimedEvent(event.event(), event.stamp()));
        }
    }

    /**
     * Takes the oldest event.
     *
     * @param atMost how long to wait for one; zero or less does not wait
     * @return empty if none came in time, or the calling thread was interrupted, whose interrupt flag is set then
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if the connection broke, or the master has said nothing for 15 s in
     *     which it was waited for: events may be missing, and no more come;
     *     {@link ErrorCode#CLOSED} after close
     */
    public Optional<TimedEvent> next(Duration atMost) {
        Deadline deadline = Deadline.after(atMost);
        // What waits in the socket comes first: it may be the answer that shows that the master is there.
        boolean interrupted = link.awaitNews(Deadline.after(Duration.ZERO));
        TimedEvent event = events.poll();
        while (event == null && !interrupted && !deadline.hasPassed()) {
            checkConnection();
            long wait = Math.min(deadline.remaining(), probeNanos);
            interrupted = link.awaitNews(Deadline.after(Duration.ofNanos(wait)));
            event = events.poll();
        }
        if (event == null && !interrupted) {
            checkConnection();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(event);
    }

    /** A machine that vanished says nothing of it: the answer to a question that no tool needs does. */
    private void checkConnection() {
        long connection = client.lastGreeted().connection();
        boolean broken = !link.isConnected() || link.connections() != connection;
        if (broken || probed - answered > silenceNanos) {
            throw new ZrsException(
                    ErrorCode.NO_MASTER,
                    "the connection to the master at " + master + " broke: events may be missing",
                    "ask again what is there");
        }
        long now = System.nanoTime();
        if (now - probed >= probeNanos) {
            if (answered - probed > 0) {
                // Silence counts from the first question that gets no answer, however long nobody asked.
                answered = now;
            }
            probed = now;
            client.tell(new Operation.Heartbeat(List.of()), connection, result -> {
                if (result.isPresent()) {
                    answered = System.nanoTime();
                }
            });
        }
    }

    /** Ends the stream and every wait for it. Again has no effect. */
    @Override
    public void close() {
        client.close();
        sockets.close();
    }
}
