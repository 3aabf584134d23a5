package io.zrs.cli.doctor;

import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Asks nodes for a sign of life, several at a time: one that does not answer takes 3 s.
 *
 * @param silent those that do not answer
 * @param unasked those that there was no time for
 */
record Pings(List<NodeId> silent, List<NodeId> unasked) {
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long BUDGET_NANOS = Duration.ofSeconds(2).toNanos();

    /** Asks all but tools' own nodes. */
    static Pings all(MasterAddress master, List<NodeInfo> nodes) {
        Queue<NodeId> waiting = new ConcurrentLinkedQueue<>();
        nodes.stream()
                .filter(node -> !node.details().hidden())
                .map(NodeInfo::id)
                .forEach(waiting::add);
        Queue<NodeId> silent = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        long end = System.nanoTime() + BUDGET_NANOS;
        for (int i = 0; i < Math.min(AT_ONCE, waiting.size()); i++) {
            Thread thread = new Thread(() -> work(master, waiting, silent, end), "zrs-doctor-ping");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Pings(List.copyOf(silent), List.copyOf(waiting));
    }

    private static void work(MasterAddress master, Queue<NodeId> waiting, Queue<NodeId> silent, long end) {
        NodeName name = new NodeName("zrs_doctor_" + ProcessHandle.current().pid());
        try (MasterClient client = MasterClient.connect(master, name, PATIENCE)) {
            NodeId node = waiting.poll();
            while (node != null) {
                if (!answers(client, node)) {
                    silent.add(node);
                }
                node = System.nanoTime() - end < 0 ? waiting.poll() : null;
            }
        } catch (ZrsException e) {
            return; // the master has gone: those left are unasked
        }
    }

    /** One that has left meanwhile, or cannot be asked, is not silent. */
    private static boolean answers(MasterClient client, NodeId node) {
        try {
            client.ping(node);
            return true;
        } catch (ZrsException e) {
            if (e.code() == ErrorCode.NO_MASTER || e.code() == ErrorCode.CLOSED) {
                throw e;
            }
            return e.code() != ErrorCode.TIMEOUT;
        }
    }
}
