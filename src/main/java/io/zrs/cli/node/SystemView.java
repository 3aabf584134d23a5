package io.zrs.cli.node;

import io.zrs.client.Answers;
import io.zrs.client.PingResult;
import io.zrs.model.ErrorCode;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the commands about nodes ask of a master. */
interface SystemView extends AutoCloseable {
    /** Whether it is an original ZeROSMQ master, which knows little. */
    boolean isOriginal();

    /**
     * Checks that the master can do what protocol 1 cannot.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if it is an original one
     */
    default void need(String what) {
        if (isOriginal()) {
            throw new ZrsException(ErrorCode.REFUSED, "an original ZeROSMQ master cannot " + what, "use 'zrs master'");
        }
    }

    /** Every node, hidden ones included. */
    List<NodeInfo> nodes();

    /** Who talks to whom. */
    GraphSnapshot graph();

    /** The node's ends of topics in numbers. */
    List<RegistrationStatus> registrations(NodeId node);

    /** The beginning of a message on the topic; empty if there was none. */
    Optional<Sample> sample(TopicName topic);

    /**
     * Has these nodes answer, all at the same time. An answer is {@link ErrorCode#TIMEOUT} if the node gives none, {@link
     * ErrorCode#NOT_FOUND} if it has gone.
     */
    Answers<PingResult> pings(List<NodeId> nodes);

    /**
     * Tells the node to end; errors as of {@link #pings}.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if it speaks protocol 1
     */
    void stop(NodeId node, String reason);

    /** Waits until the master no longer knows the node; false if it still does at the end of the time. */
    boolean awaitGone(NodeId node, Duration atMost) throws InterruptedException;

    /** Has the master forget these nodes. An answer is {@link ErrorCode#REFUSED} if the node answers. */
    Answers<NodeId> evictions(List<NodeId> nodes);

    @Override
    void close();
}
