package io.zrs.top;

import io.zrs.client.SystemStatus;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.output.TerminalText;
import io.zrs.stats.Throughput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Makes rates of one reading after the other. For one thread. */
public final class SystemMonitor {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENT = 100;

    private final Rates rates = new Rates();
    private Map<TopicName, RateHistory> histories = new HashMap<>();
    private MasterStatus before;

    /** Takes a reading and compares it with the one before; after a restart of the master no rate is known. */
    public SystemFigures next(Reading reading) {
        SystemStatus system = reading.system();
        MasterStatus master = system.master();
        if (before != null && isAnother(master)) {
            rates.restart();
            before = null;
        }
        long stamp = master.stamp();
        List<EndRow> ends = ends(reading);
        SystemFigures figures = new SystemFigures(
                reading.address(),
                master,
                cpuPercent(master),
                rates.next(stamp, master.in(), "in"),
                rates.next(reading.topics().stamp(), delivered(reading), "out"),
                rates.next(stamp, master.lost(), "lost"),
                topics(reading),
                nodes(reading, ends),
                ends);
        rates.end();
        before = master;
        return figures;
    }

    /** The master does not say how many messages wait, but each topic does. */
    private static Volume delivered(Reading reading) {
        Volume sum = Volume.NONE;
        for (TopicStatus topic : reading.topics().topics()) {
            sum = sum.plus(topic.delivered());
        }
        return sum;
    }

    private boolean isAnother(MasterStatus master) {
        return master.pid() != before.pid() || master.uptimeMillis() < before.uptimeMillis();
    }

    private OptionalDouble cpuPercent(MasterStatus master) {
        if (before == null || master.stamp() <= before.stamp()) {
            return OptionalDouble.empty();
        }
        double elapsedMillis = (master.stamp() - before.stamp()) / NANOS_PER_MILLI;
        double percent = (master.cpuMillis() - before.cpuMillis()) * PERCENT / elapsedMillis;
        return OptionalDouble.of(Math.max(0, percent));
    }

    private List<TopicRow> topics(Reading reading) {
        Map<TopicName, RateHistory> seen = new HashMap<>();
        List<TopicRow> rows = new ArrayList<>();
        long stamp = reading.topics().stamp();
        for (TopicStatus topic : reading.topics().topics()) {
            TopicName name = topic.topic();
            Throughput in = rates.next(stamp, topic.in(), name, "in");
            RateHistory history = histories.getOrDefault(name, new RateHistory());
            seen.put(name, history);
            history.add(reading.millis(), in.known() ? in.messagesPerSecond() : Double.NaN);
            rows.add(new TopicRow(
                    topic,
                    in,
                    rates.next(stamp, topic.delivered(), name, "out"),
                    rates.next(stamp, topic.lost(), name, "lost"),
                    history.rates()));
        }
        histories = seen;
        return rows;
    }

    private List<EndRow> ends(Reading reading) {
        List<EndRow> rows = new ArrayList<>();
        // The master's own figures may be those of a moment ago, for which these do not wait; the topics' time is
        // closer.
        long stamp = reading.topics().stamp();
        for (RegistrationStatus end : reading.system().registrations()) {
            rows.add(new EndRow(
                    end,
                    TerminalText.line(reading.names().apply(end.node())),
                    rates.next(stamp, end.delivered(), end.topic(), end.role(), end.node(), "delivered"),
                    rates.next(stamp, end.lost(), end.topic(), end.role(), end.node(), "lost")));
        }
        return rows;
    }

    private static List<NodeRow> nodes(Reading reading, List<EndRow> ends) {
        Map<NodeId, NodeSum> sums = new HashMap<>();
        for (EndRow end : ends) {
            sums.computeIfAbsent(end.status().node(), id -> new NodeSum()).add(end);
        }
        List<NodeRow> rows = new ArrayList<>();
        for (NodeInfo node : reading.nodes()) {
            String name = TerminalText.line(reading.names().apply(node.id()));
            rows.add(sums.getOrDefault(node.id(), new NodeSum()).row(node, name));
        }
        return rows;
    }
}
