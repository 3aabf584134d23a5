package io.zrs.protocol;

import io.zrs.model.ErrorCode;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import java.util.List;
import java.util.OptionalLong;

/** What the master answers to an {@link Operation}. {@code next} is empty on the last page. */
public sealed interface Result {
    /** Done. */
    record Done() implements Result {}

    /**
     * The node is known.
     *
     * @param heartbeatSeconds how often the master wants to hear from it
     * @param timeoutSeconds how long it may be silent
     * @param maxMessageBytes how long a message may be, all its frames and their headers; the largest number where the
     *     master, an older one, does not tell
     */
    record Joined(int heartbeatSeconds, int timeoutSeconds, int maxMessageBytes) implements Result {}

    /** Yes, through this port, 1 to 65535. */
    record Port(int port) implements Result {}

    /** The end was left; so many of its messages came. */
    record Received(long messages) implements Result {}

    /** What the master dropped for the node, where it dropped anything. */
    record Losses(List<Lost> lost) implements Result {
        /** Copies the list. */
        public Losses {
            lost = List.copyOf(lost);
        }
    }

    /** What the master dropped for one registration in all. */
    record Lost(TopicName topic, Role role, Volume amount) {}

    /** Topics in numbers; {@code stamp} is the master's monotonic clock in nanoseconds. */
    record TopicPage(List<TopicStatus> topics, long stamp, OptionalLong next) implements Result {
        /** Copies the list. */
        public TopicPage {
            topics = List.copyOf(topics);
        }
    }

    /** Nodes. */
    record NodePage(List<NodeInfo> nodes, OptionalLong next) implements Result {
        /** Copies the list. */
        public NodePage {
            nodes = List.copyOf(nodes);
        }
    }

    /** Who is on which topic. */
    record GraphPage(List<Seat> seats, OptionalLong next) implements Result {
        /** Copies the list. */
        public GraphPage {
            seats = List.copyOf(seats);
        }
    }

    /** A node on one end of a topic. */
    record Seat(TopicName topic, Role role, NodeId node) {}

    /** The master and registrations in numbers. */
    record StatisticsPage(MasterStatus master, List<RegistrationStatus> registrations, OptionalLong next)
            implements Result {
        /** Copies the list. */
        public StatisticsPage {
            registrations = List.copyOf(registrations);
        }
    }

    /** A message's beginning. */
    record Sampled(long size, byte[] head, long ageMillis) implements Result {}

    /**
     * A node answered.
     *
     * @param instance which one
     * @param byNode whether the node itself did; else its connection, which is all that protocol 1 has
     * @param nanos from the master to the node and back, in nanoseconds
     */
    record Pong(String instance, boolean byNode, long nanos) implements Result {}

    /** The node has heard that it shall stop. */
    record Stopping(String instance) implements Result {}

    /** No, and why: {@code message} is one line. */
    record Refused(ErrorCode code, String message) implements Result {}
}
