package io.zrs.client;

import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A control connection to a master. Every method may be called from any thread; requests wait for each other. */
public final class MasterClient implements AutoCloseable {
    private MasterClient() {}

    /**
     * Connects and asks what kind of master it is.
     *
     * @param timeout how long this and each later request may take
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#NO_MASTER} if none answers
     */
    public static MasterClient connect(MasterAddress master, NodeName name, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks the master.
     *
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#REFUSED} if it says no,
     *     {@link io.zrs.model.ErrorCode#NO_MASTER} if it does not answer in time,
     *     {@link io.zrs.model.ErrorCode#CLOSED} after close
     */
    public Reply request(Request request) {
        throw new UnsupportedOperationException();
    }

    /** The topics that have been published, in the order of first registration; errors as {@link #request}. */
    public List<TopicName> topics() {
        throw new UnsupportedOperationException();
    }

    /** The address. */
    public MasterAddress master() {
        throw new UnsupportedOperationException();
    }

    /** The protocol in use: 1 with an original master, 2 with a zrs master. */
    public int protocol() {
        throw new UnsupportedOperationException();
    }

    /** The master's version; an original master does not tell. */
    public Optional<String> masterVersion() {
        throw new UnsupportedOperationException();
    }

    /** Closes the connection. Again has no effect. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
