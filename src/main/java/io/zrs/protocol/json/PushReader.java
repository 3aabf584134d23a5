package io.zrs.protocol.json;

import io.zrs.model.GraphEvent;
import io.zrs.protocol.Push;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads what the master says unasked; empty is what this version does not know. */
final class PushReader {
    private static final double MICROS = 1e6;

    /** Up to here, in seconds (the year 2239), a double tells microseconds apart. */
    private static final double MAX_STAMP = 8.5e9;

    private PushReader() {}

    static Optional<Push> command(JsonObject in) {
        return switch (in.text(Member.OP)) {
            case Word.PING -> Optional.of(new Push.Ping(id(in)));
            case Word.STOP -> Optional.of(new Push.Stop(id(in), ModelReader.reason(in)));
            default -> Optional.empty();
        };
    }

    private static long id(JsonObject in) {
        return in.number(Member.ID, 0, JsonCodec.MAX_ID);
    }

    static Optional<Push> event(JsonObject in) {
        GraphEvent event = switch (in.text(Member.EVENT)) {
            case Word.NODE_JOINED -> new GraphEvent.NodeJoined(ModelReader.node(in.object(Member.NODE)));
            case Word.NODE_LEFT -> new GraphEvent.NodeLeft(ModelReader.id(in), ModelReader.reason(in));
            case Word.TOPIC_ADDED -> new GraphEvent.TopicAdded(ModelReader.topicName(in));
            case Word.TOPIC_REMOVED -> new GraphEvent.TopicRemoved(ModelReader.topicName(in));
            case Word.REGISTERED ->
                new GraphEvent.Registered(ModelReader.topicName(in), ModelReader.role(in), ModelReader.id(in));
            case Word.WITHDRAWN ->
                new GraphEvent.Withdrawn(
                        ModelReader.topicName(in), ModelReader.role(in), ModelReader.id(in), ModelReader.reason(in));
            case Word.LOSS ->
                new GraphEvent.LossBegan(
                        ModelReader.topicName(in),
                        ModelReader.role(in),
                        ModelReader.id(in),
                        ModelReader.volume(in, Member.MESSAGES, Member.BYTES),
                        ModelReader.reason(in));
            default -> null;
        };
        return event == null ? Optional.empty() : Optional.of(new Push.Event(event, stamp(in)));
    }

    private static Instant stamp(JsonObject in) {
        double stamp = in.real(Member.STAMP, MAX_STAMP);
        double seconds = Math.floor(stamp);
        long micros = Math.round((stamp - seconds) * MICROS);
        return Instant.ofEpochSecond((long) seconds).plus(micros, ChronoUnit.MICROS);
    }
}
