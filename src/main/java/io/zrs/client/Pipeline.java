package io.zrs.client;

import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Operations that go to the master side by side, for those that it answers late: what waits for a silent node would
 * otherwise keep the others waiting. For one thread.
 */
final class Pipeline {
    /** A twentieth of the calls to nodes that a master keeps open, for everybody together. */
    static final int MAX_UNDER_WAY = 500;

    private final ControlClient client;
    private final String told;
    private final Iterator<? extends Operation> unsent;
    private final Deque<Entry> underWay = new ArrayDeque<>();
    private Operation refused;

    /** An operation under way. Its end is written under the link's lock, and read after that was held. */
    private static final class Entry {
        private final Operation operation;
        private final long startedAt = System.nanoTime();
        private final Deadline deadline;
        private long endedAt;
        private Call call;

        Entry(Operation operation, Deadline deadline) {
            this.operation = operation;
            this.deadline = deadline;
        }

        void ended() {
            endedAt = System.nanoTime();
        }
    }

    /**
     * What the master said.
     *
     * @param nanos from the request to the answer
     */
    record Answer(Result result, long nanos) {}

    /** {@code told} is what an original master does not tell. */
    Pipeline(ControlClient client, List<? extends Operation> operations, String told) {
        this.client = client;
        this.told = told;
        unsent = operations.iterator();
    }

    /**
     * Waits for the answer to the next of the operations.
     *
     * @throws ZrsException as {@link ControlClient#perform}
     */
    Answer next() {
        fill();
        Entry entry = underWay.poll();
        if (entry == null) {
            return alone();
        }
        Result result = client.finish(entry.operation, entry.call, entry.deadline);
        return new Answer(result, entry.endedAt - entry.startedAt);
    }

    /** One that cannot be sent at once waits until those before it are answered. */
    private void fill() {
        while (refused == null && unsent.hasNext() && underWay.size() < MAX_UNDER_WAY) {
            Operation operation = unsent.next();
            Entry entry = new Entry(operation, client.deadline(operation));
            entry.call = Call.operation(operation, client.lastGreeted().connection(), done -> entry.ended());
            if (client.protocol() > 1 && client.send(entry.call)) {
                underWay.add(entry);
            } else {
                refused = operation;
            }
        }
    }

    private Answer alone() {
        Operation operation = refused;
        refused = null;
        long start = System.nanoTime();
        Result result = client.perform(operation, told);
        return new Answer(result, System.nanoTime() - start);
    }
}
