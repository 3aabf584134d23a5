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

    private final Map<MasterAddress, Deque<MasterClient>> idle = new HashMap<>();
    private final AtomicInteger names = new AtomicInteger();
    private boolean closed;

    /** Commands that run at once, each with a name of its own. */
    @Override
    public NodeName name(String command) {
        NodeName plain = NEW.name(command);
        int number = names.incrementAndGet();
        return new NodeName(plain.value() + "_" + number);
    }

    @Override
    public MasterClient client(MasterAddress master, NodeName name, Duration timeout) {
        MasterClient kept = take(master);
        MasterClient client = kept != null ? kept : MasterClient.connect(master, name, timeout);
        return client.lend(() -> giveBack(client));
    }

    /** One that is still connected; null if there is none. */
    private synchronized MasterClient take(MasterAddress master) {
        Deque<MasterClient> waiting = idle.getOrDefault(master, new ArrayDeque<>());
        while (!waiting.isEmpty()) {
            MasterClient client = waiting.pop();
            if (client.isConnected()) {
                return client;
            }
            client.close();
        }
        return null;
    }

    private synchronized void giveBack(MasterClient client) {
        Deque<MasterClient> waiting = idle.computeIfAbsent(client.master(), master -> new ArrayDeque<>());
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
