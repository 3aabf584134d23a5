package io.zrs.protocol.json;

import io.zrs.model.GraphEvent;
import io.zrs.protocol.Push;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes what the master says unasked. */
final class PushWriter {
    /** The decimals of a stamp in seconds. */
    private static final int STAMP_DECIMALS = 6;

    private PushWriter() {}

    static String write(Push push) {
        JsonWriter out = new JsonWriter().begin();
        if (push instanceof Push.Ping ping) {
            out.field(Member.OP, Word.PING).field(Member.ID, ping.id());
        } else if (push instanceof Push.Stop stop) {
            out.field(Member.OP, Word.STOP).field(Member.ID, stop.id()).field(Member.REASON, stop.reason());
        } else if (push instanceof Push.Event event) {
            event(out, event.event(), event.stamp());
        }
        return out.end().toString();
    }

    private static void event(JsonWriter out, GraphEvent event, Instant stamp) {
        if (event instanceof GraphEvent.NodeJoined e) {
            ModelWriter.node(open(out, Word.NODE_JOINED, stamp).begin(Member.NODE), e.node());
            out.end();
        } else if (event instanceof GraphEvent.NodeLeft e) {
            ModelWriter.id(open(out, Word.NODE_LEFT, stamp), e.node()).field(Member.REASON, e.reason());
        } else if (event instanceof GraphEvent.TopicAdded e) {
            open(out, Word.TOPIC_ADDED, stamp).field(Member.TOPIC, e.topic().value());
        } else if (event instanceof GraphEvent.TopicRemoved e) {
            open(out, Word.TOPIC_REMOVED, stamp).field(Member.TOPIC, e.topic().value());
        } else if (event instanceof GraphEvent.Registered e) {
            ModelWriter.end(open(out, Word.REGISTERED, stamp), e.topic(), e.role());
            ModelWriter.id(out, e.node());
        } else if (event instanceof GraphEvent.Withdrawn e) {
            ModelWriter.end(open(out, Word.WITHDRAWN, stamp), e.topic(), e.role());
            ModelWriter.id(out, e.node()).field(Member.REASON, e.reason());
        } else if (event instanceof GraphEvent.LossBegan e) {
            ModelWriter.end(open(out, Word.LOSS, stamp), e.topic(), e.role());
            ModelWriter.id(out, e.node());
            ModelWriter.volume(out, Member.MESSAGES, Member.BYTES, e.amount()).field(Member.REASON, e.reason());
        }
    }

    private static JsonWriter open(JsonWriter out, String event, Instant stamp) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, stamp);
        BigDecimal seconds = BigDecimal.valueOf(micros, STAMP_DECIMALS);
        return out.field(Member.EVENT, event).fieldJson(Member.STAMP, seconds.toPlainString());
    }
}
