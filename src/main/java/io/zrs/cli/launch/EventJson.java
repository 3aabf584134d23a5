package io.zrs.cli.launch;

import io.zrs.launch.file.NodePlan;
import io.zrs.launch.process.ProgramEvents.Stream;
import io.zrs.launch.run.LaunchEvent;
import io.zrs.launch.run.Verdict;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.text.Utf8;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** Events for programs: {@code {"event":…,"stamp":…,"node":…,…}}, one object a line. Times are seconds. */
final class EventJson {
    private static final int MILLIS = 3;

    private EventJson() {}

    static void line(ByteText out, Instant time, NodePlan node, Stream stream, byte[] text, boolean whole) {
        JsonLine line = begin(out, "output", time)
                .field("node", node.name())
                .field("stream", stream.name().toLowerCase(Locale.ROOT));
        if (Utf8.isValid(text)) {
            line.text("text", text);
        } else {
            line.field("base64", Base64.getEncoder().encodeToString(text));
        }
        if (!whole) {
            line.field("partial", true);
        }
        line.end();
    }

    static void event(ByteText out, Instant time, LaunchEvent event) {
        if (event instanceof LaunchEvent.Started e) {
            node(out, "started", time, e.node())
                    .field("process", e.process())
                    .field("respawn", e.run() - 1)
                    .end();
        } else if (event instanceof LaunchEvent.Ready e) {
            node(out, "ready", time, e.node()).end();
        } else if (event instanceof LaunchEvent.Exited e) {
            JsonLine line = node(out, "exited", time, e.node()).field("code", e.code());
            EventText.signal(e.code()).ifPresentOrElse(name -> line.field("signal", name), () -> line.none("signal"));
            seconds(line, "ran", e.ran()).field("asked", e.asked()).end();
        } else if (event instanceof LaunchEvent.LeftBehind e) {
            node(out, "left_behind", time, e.node()).end();
        } else if (event instanceof LaunchEvent.Respawning e) {
            JsonLine line = node(out, "respawning", time, e.node()).field("respawn", e.respawn());
            seconds(line, "delay", e.delay()).end();
        } else {
            stop(out, time, event);
        }
    }

    private static void stop(ByteText out, Instant time, LaunchEvent event) {
        if (event instanceof LaunchEvent.Insisted e) {
            node(out, "signalled", time, e.node())
                    .field("signal", "SIG" + e.signal())
                    .end();
        } else if (event instanceof LaunchEvent.Unkillable e) {
            node(out, "unkillable", time, e.node()).end();
        } else if (event instanceof LaunchEvent.Hastened e) {
            begin(out, "hastened", time).field("signal", "SIG" + e.signal()).end();
        } else if (event instanceof LaunchEvent.Stopping e) {
            begin(out, "stopping", time).field("reason", e.verdict().reason()).end();
        } else if (event instanceof LaunchEvent.Failed e) {
            begin(out, "failed", time).field("reason", e.verdict().reason()).end();
        }
    }

    /** The last object of all. */
    static void ended(ByteText out, Instant time, Verdict verdict) {
        begin(out, "ended", time)
                .field("code", verdict.code())
                .field("reason", verdict.reason())
                .end();
    }

    /** Which master there is. */
    static void master(ByteText out, Instant time, String address, boolean started) {
        begin(out, "master", time)
                .field("address", address)
                .field("started", started)
                .end();
    }

    private static JsonLine begin(ByteText out, String event, Instant time) {
        return new JsonLine(out).field("event", event).stamp(time);
    }

    private static JsonLine node(ByteText out, String event, Instant time, NodePlan node) {
        return begin(out, event, time).field("node", node.name());
    }

    private static JsonLine seconds(JsonLine line, String name, Duration time) {
        return line.field(name, time.toNanos() / 1e9, MILLIS);
    }
}
