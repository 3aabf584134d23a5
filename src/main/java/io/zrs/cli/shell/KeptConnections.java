package io.zrs.cli.shell;

import io.zrs.cli.command.Connections;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.model.NodeName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connections that outlive a command and are the next one's: to open one takes longer than to ask. Two commands at once have two, so
 * that none waits for the other's answer.
 */
final class KeptConnections implements Connections, AutoCloseable {
    private static final int MOST_IDLE = 4;

    private final Map<Place, Deque<MasterClient>> idle = new HashMap<>();
    private final Opener opener;
    private final AtomicInteger names = new AtomicInteger();
    private boolean closed;

    /** Makes a connection where none is kept. */
    @FunctionalInterface
    interface Opener {
        /** As {@link MasterClient#connect}. */
        MasterClient open(MasterAddress master, NodeName name, Duration timeout);
    }

    KeptConnections() {
        this(MasterClient::connect);
    }

    KeptConnections(Opener opener) {
        this.opener = opener;
    }

    /** What is the same for whoever takes a connection: where it leads, and how long a request over it may take. */
    private record Place(MasterAddress master, Duration timeout) {}

    /** Commands that run at once, each with a name of its own. */
    @Override
    public NodeName name(String command) {
        NodeName plain = NEW.name(command);
        int number = names.incrementAndGet();
        return new NodeName(plain.value() + "_" + number);
    }

    @Override
    public MasterClient client(MasterAddress master, NodeName name, Duration timeout) {
        Place place = new Place(master, timeout);
        MasterClient kept = take(place);
        MasterClient client = kept != null ? kept : opener.open(master, name, timeout);
        return client.lend(() -> giveBack(place, client));
    }

    /** One that is still connected; null if there is none. */
    private synchronized MasterClient take(Place place) {
        Deque<MasterClient> waiting = idle.getOrDefault(place, new ArrayDeque<>());
        while (!waiting.isEmpty()) {
            MasterClient client = waiting.pop();
            if (client.isConnected()) {
                return client;
            }
            client.close();
        }
        return null;
    }

    private synchronized void giveBack(Place place, MasterClient client) {
        Deque<MasterClient> waiting = idle.computeIfAbsent(place, any -> new ArrayDeque<>());
        if (!closed && client.isConnected() && waiting.size() < MOST_IDLE) {
            waiting.push(client);
        } else {
            client.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(waiting -> waiting.forEach(MasterClient::close));
        idle.clear();
    }
}
