package io.zrs.top;

import io.zrs.model.MasterStatus;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeInfo;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.stats.Throughput;
import java.util.OptionalDouble;

/**
 * A system as one JSON object: {@code master}, {@code topics} and {@code nodes}, with the names that {@code zrs topic info},
 * {@code zrs topic hz} and {@code zrs node list} have for the same. {@code messages_out} and {@code bytes_out} count what waits
 * and what was lost too, as there; {@code rate_out}, {@code rate_received} and their bytes are of what reached subscribers. A
 * rate is null where it is not known; what a node does not say is left out.
 */
public final class TopJson {
    private static final int DECIMALS = 3;

    private TopJson() {}

    /** Adds what a dashboard shows: rows in its order, none that its filter leaves out. */
    public static void append(ByteText out, Dashboard dashboard) {
        SystemFigures figures = dashboard.figures();
        new JsonLine(out)
                .object("master", line -> master(line, figures))
                .objects("topics", dashboard.topics().rows(), TopJson::topic)
                .objects("nodes", dashboard.nodes().rows(), TopJson::node)
                .end();
    }

    private static void master(JsonLine line, SystemFigures figures) {
        MasterStatus master = figures.master();
        line.field("address", figures.address())
                .field("version", master.version())
                .field("pid", master.pid())
                .field("uptime_ms", master.uptimeMillis());
        number(line, "cpu_percent", figures.cpuPercent());
        if (master.memoryBytes() == 0) {
            line.none("memory");
        } else {
            line.field("memory", master.memoryBytes());
        }
        line.field("connections", master.connections())
                .field("nodes", master.nodes())
                .field("topics", master.topics());
        flow(line, "_in", master.in(), figures.in());
        flow(line, "_out", master.out(), figures.out());
        line.field("messages_waiting", figures.waitingMessages()).field("bytes_waiting", master.waitingBytes());
        flow(line, "_lost", master.lost(), figures.lost());
    }

    private static void topic(JsonLine line, TopicRow row) {
        TopicStatus topic = row.status();
        line.field("topic", topic.topic().value())
                .field("publishers", topic.publishers())
                .field("subscribers", topic.subscribers())
                .field("published", topic.published())
                .field("latched", topic.latched())
                .field("idle_ms", topic.idleMillis());
        number(line, "mean", row.meanSize());
        flow(line, "_in", topic.in(), row.in());
        flow(line, "_out", topic.out(), row.out());
        volume(line, "_waiting", topic.waiting());
        flow(line, "_lost", topic.lost(), row.lost());
    }

    private static void node(JsonLine line, NodeRow row) {
        NodeInfo node = row.info();
        line.field("name", node.name().value())
                .field("instance", node.id().instance())
                .field("protocol", node.protocol());
        text(line, "address", node.address());
        NodeDetails details = node.details();
        if (details.pid() != 0) {
            line.field("pid", details.pid());
        }
        text(line, "host", details.host());
        text(line, "program", details.program());
        text(line, "version", details.version());
        line.field("hidden", details.hidden())
                .field("registrations", node.registrations())
                .field("topics", row.topics());
        rates(line, "_published", row.published());
        rates(line, "_received", row.received());
        volume(line, "_waiting", row.waiting());
        flow(line, "_lost", row.lost(), row.losing());
    }

    private static void flow(JsonLine line, String suffix, Volume volume, Throughput rate) {
        volume(line, suffix, volume);
        rates(line, suffix, rate);
    }

    private static void volume(JsonLine line, String suffix, Volume volume) {
        line.field("messages" + suffix, volume.messages()).field("bytes" + suffix, volume.bytes());
    }

    private static void rates(JsonLine line, String suffix, Throughput rate) {
        number(line, "rate" + suffix, known(rate, rate.messagesPerSecond()));
        number(line, "bytes_per_second" + suffix, known(rate, rate.bytesPerSecond()));
    }

    private static OptionalDouble known(Throughput rate, double value) {
        return rate.known() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static void number(JsonLine line, String name, OptionalDouble value) {
        if (value.isPresent()) {
            line.field(name, value.getAsDouble(), DECIMALS);
        } else {
            line.none(name);
        }
    }

    private static void text(JsonLine line, String name, String value) {
        if (!value.isEmpty()) {
            line.field(name, value);
        }
    }
}
