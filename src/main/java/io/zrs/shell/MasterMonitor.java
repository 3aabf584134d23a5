package io.zrs.shell;

import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Knows whether a master is there, by a hidden node that looks for it by itself. May be used from any thread. */
public final class MasterMonitor implements AutoCloseable {
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 1000;

    /** A master on this machine answers sooner; one that does not is not there, as far as anybody can tell. */
    private static final long MOMENT_NANOS = Duration.ofMillis(400).toNanos();

    private final MasterAddress master;
    private final NodeName name;
    private final long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Node node;

    /** What is known of a master. */
    public enum State {
        /** It answers. */
        THERE,
        /** It does not. */
        GONE,
        /** It has been asked just now. */
        UNKNOWN
    }

    /** Begins to look for {@code master}, on a thread of its own. */
    public MasterMonitor(MasterAddress master, NodeName name) {
        this.master = master;
        this.name = name;
        Thread thread = new Thread(this::connect, "zrs-shell-master");
        thread.setDaemon(true);
        thread.start();
    }

    private void connect() {
        try {
            while (closed.getCount() > 0 && !tryConnect()) {
                if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryConnect() {
        try {
            Node connected = Node.connect(NodeOptions.builder(name)
                    .master(master)
                    .connectTimeout(ATTEMPT)
                    .program("zrs shell")
                    .hidden(true)
                    .log(text -> {})
                    .onStop(reason -> {})
                    .build());
            keep(connected);
            return true;
        } catch (ZrsException e) {
            // It is not there, or no such host: that is what this is to find out, and to find out again.
            return false;
        }
    }

    private void keep(Node connected) {
        synchronized (this) {
            node = connected;
        }
        if (closed.getCount() == 0) {
            connected.close();
        }
    }

    /** Where it looks. */
    public MasterAddress master() {
        return master;
    }

    /** What is known now. */
    public State state() {
        Node known = node;
        if (known != null && known.isConnected()) {
            return State.THERE;
        }
        return known == null && System.nanoTime() - start < MOMENT_NANOS ? State.UNKNOWN : State.GONE;
    }

    /** The connection, while there is one. */
    public Optional<Node> node() {
        return state() == State.THERE ? Optional.of(node) : Optional.empty();
    }

    /** Looks no more. */
    @Override
    public void close() {
        closed.countDown();
        Node known;
        synchronized (this) {
            known = node;
        }
        if (known != null) {
            known.close();
        }
    }
}
