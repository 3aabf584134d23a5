package io.zrs.master;

import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.KeptRun;
import io.zrs.zmtp.MessageStore;
import io.zrs.zmtp.ZmtpConnection;
import java.util.concurrent.TimeUnit;

/**
 * A new topic's first messages, for subscribers that learn of the topic by its coming and so are a moment late: kept for a
 * few seconds, unless they are too many.
 */
final class Opening {
    /** How long it is kept from the first message on, in nanoseconds. */
    static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    /** How much of one topic is kept, in bytes; of one that has more nothing is. */
    static final int MAX_BYTES = 16 << 20;

    /** How much memory the openings of all topics may take together, in bytes. */
    static final long MAX_TOTAL_BYTES = 128L << 20;

    private final KeptRun kept;
    private int messages;
    private long began;
    private boolean begun;
    private boolean over;

    /** How far an opening had come at a moment. */
    record Mark(int bytes, int messages) {}

    Opening(MessageStore store) {
        kept = store.run(MAX_BYTES);
    }

    /** Whether further messages belong to it. */
    boolean isOn() {
        return !over;
    }

    /** Keeps a run of messages. */
    void keep(Chunk chunk, int start, int end, int count, long now) {
        if (!begun) {
            begun = true;
            began = now;
        }
        if (now - began > NANOS || !kept.append(chunk, start, end)) {
            end();
        } else {
            messages += count;
        }
    }

    /** Ends it when its time is over. */
    void tick(long now) {
        if (begun && !over && now - began > NANOS) {
            end();
        }
    }

    private void end() {
        over = true;
        kept.drop();
    }

    Mark mark() {
        return new Mark(kept.length(), messages);
    }

    /** Sends what came before the mark, if it is still there; not behind what came since, as messages stay in order. */
    void sendTo(ZmtpConnection connection, Mark mark) {
        if (!over && mark.bytes() > 0 && mark.messages() == messages) {
            connection.send(kept.chunk(), 0, mark.bytes(), mark.messages());
        }
    }
}
