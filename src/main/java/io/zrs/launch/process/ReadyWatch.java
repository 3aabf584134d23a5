package io.zrs.launch.process;

import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.Ready.Condition;
import io.zrs.launch.file.Ready.PortOpen;
import io.zrs.launch.file.Ready.TopicPublished;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Looks again and again, on a thread of its own, whether topics are published and ports open that somebody waits for. */
final class ReadyWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;
    private static final int CONNECT_MILLIS = 500;

    private final List<Wait> waits = new ArrayList<>();
    private final Predicate<TopicName> isPublished;
    private final ProgramEvents events;
    private final Thread thread;

    /** A node whose condition is looked at, in one of its runs. */
    private record Wait(NodePlan node, int run) {}

    ReadyWatch(Predicate<TopicName> isPublished, ProgramEvents events) {
        this.isPublished = isPublished;
        this.events = events;
        thread = new Thread(this::watch, "zrs-launch-ready");
        thread.setDaemon(true);
    }

    /** Looks for a node, if its condition is one to look for. */
    synchronized void add(NodePlan node, int run) {
        Condition condition = node.ready().condition();
        if (condition instanceof TopicPublished || condition instanceof PortOpen) {
            waits.add(new Wait(node, run));
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            }
            notifyAll();
        }
    }

    /** Looks no longer for a node. */
    synchronized void remove(NodePlan node) {
        waits.removeIf(wait -> wait.node().name().equals(node.name()));
    }

    private synchronized List<Wait> next() throws InterruptedException {
        while (waits.isEmpty()) {
            wait();
        }
        return List.copyOf(waits);
    }

    private synchronized boolean take(Wait wait) {
        return waits.remove(wait);
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (Wait wait : next()) {
                    if (holds(wait.node().ready().condition()) && take(wait)) {
                        events.ready(wait.node(), wait.run());
                    }
                }
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean holds(Condition condition) {
        return condition instanceof TopicPublished wanted
                ? isPublished.test(wanted.topic())
                : isOpen((PortOpen) condition);
    }

    private static boolean isOpen(PortOpen wanted) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(wanted.host(), wanted.port()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
