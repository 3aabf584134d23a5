package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What changes in a system, told by its master over a connection of its own. It tells changes alone: ask
 * {@link MasterClient#graph()} afterwards for what was there before. Every method may be called from any thread.
 */
public final class EventStream implements AutoCloseable {
    private final MasterAddress master;
    private final Sockets sockets;
    private final ControlLink link;
    private final ControlClient client;
    private final Queue<TimedEvent> events = new ConcurrentLinkedQueue<>();

    private EventStream(MasterAddress master, NodeName name, Duration timeout) {
        this.master = master;
        sockets = new Sockets(master);
        link = new ControlLink(sockets, master, null, this::take, () -> {});
        client = new ControlClient(master, name, timeout, link);
    }

    /** Connects and begins; errors as {@link MasterClient#events()}. */
    static EventStream open(MasterAddress master, NodeName name, Duration timeout) {
        EventStream stream = new EventStream(master, name, timeout);
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
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if the connection broke: events may be missing, and no more come;
     *     {@link ErrorCode#CLOSED} after close
     */
    public Optional<TimedEvent> next(Duration atMost) {
        Deadline deadline = Deadline.after(atMost);
        TimedEvent event = events.poll();
        boolean last = false;
        while (event == null && !last) {
            last = deadline.hasPassed();
            boolean broken = !link.isConnected()
                    || link.connections() != client.lastGreeted().connection();
            boolean interrupted = link.awaitNews(broken ? Deadline.after(Duration.ZERO) : deadline);
            event = events.poll();
            if (event == null && broken) {
                throw new ZrsException(
                        ErrorCode.NO_MASTER,
                        "the connection to the master at " + master + " broke: events may be missing",
                        "ask again what is there");
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
                last = true;
            }
        }
        return Optional.ofNullable(event);
    }

    /** Ends the stream and every wait for it. Again has no effect. */
    @Override
    public void close() {
        client.close();
        sockets.close();
    }
}
