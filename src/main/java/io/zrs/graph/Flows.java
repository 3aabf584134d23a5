package io.zrs.graph;

import io.zrs.model.NodeId;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much passed each end of a topic between two readings of the master's counters. */
public final class Flows {
    /** Nothing was measured. */
    public static final Flows NONE = new Flows(Map.of());

    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<End, Flow> flows;

    private Flows(Map<End, Flow> flows) {
        this.flows = flows;
    }

    private record End(TopicName topic, Role role, NodeId node) {
        static End of(RegistrationStatus status) {
            return new End(status.topic(), status.role(), status.node());
        }
    }

    /**
     * One reading of the counters.
     *
     * @param stamp the master's monotonic clock, in nanoseconds
     * @param ends every end of a topic in numbers
     */
    public record Reading(long stamp, List<RegistrationStatus> ends) {
        /** Copies the list. */
        public Reading {
            ends = List.copyOf(ends);
        }
    }

    /**
     * What got through from one reading to the next. An end that is new in the second counts from its registration, over the whole
     * time between the readings; one that has gone has no flow. Counters that went back are those of a master that started
     * again: then, and if no time passed, there is no rate, but what was lost in all.
     */
    public static Flows between(Reading first, Reading second) {
        Map<End, RegistrationStatus> before = new HashMap<>();
        for (RegistrationStatus end : first.ends()) {
            before.put(End.of(end), end);
        }
        double seconds = (second.stamp() - first.stamp()) / NANOS_PER_SECOND;
        Map<End, Flow> flows = new HashMap<>();
        for (RegistrationStatus now : second.ends()) {
            RegistrationStatus then = before.get(End.of(now));
            flows.put(End.of(now), flow(then, now, seconds));
        }
        return new Flows(flows);
    }

    private static Flow flow(RegistrationStatus then, RegistrationStatus now, double seconds) {
        Volume before = then == null ? Volume.NONE : then.delivered();
        Volume delivered = now.delivered();
        long lostBefore = then == null ? 0 : then.lost().messages();
        long lost = now.lost().messages();
        boolean back =
                delivered.messages() < before.messages() || delivered.bytes() < before.bytes() || lost < lostBefore;
        if (back || seconds <= 0) {
            return new Flow(0, 0, 0, lost);
        }
        return new Flow(
                (delivered.messages() - before.messages()) / seconds,
                (delivered.bytes() - before.bytes()) / seconds,
                (lost - lostBefore) / seconds,
                lost);
    }

    /** What passed one end; empty if that was not measured. */
    Optional<Flow> of(TopicName topic, Role role, NodeId node) {
        return flows.isEmpty() ? Optional.empty() : Optional.ofNullable(flows.get(new End(topic, role, node)));
    }
}
