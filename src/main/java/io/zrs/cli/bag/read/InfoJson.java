package io.zrs.cli.bag.read;

import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagInfo.ChunkInfo;
import io.zrs.cli.bag.read.BagReport.Topic;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A recording as a JSON object. Times are seconds, sizes bytes, rates a second. */
final class InfoJson implements InfoForm {
    private static final int RATE_DECIMALS = 3;

    private final boolean verbose;

    /** If {@code verbose}, with all that is said of channels. */
    InfoJson(boolean verbose) {
        this.verbose = verbose;
    }

    @Override
    public void append(ByteText out, BagReport report, boolean first) {
        BagInfo info = report.info();
        JsonLine line = new JsonLine(out)
                .field("path", report.path())
                .field("format", info.format())
                .field("library", info.library())
                .field("state", info.state().name().toLowerCase(Locale.ROOT));
        if (!info.damage().isEmpty()) {
            line.field("damage", info.damage());
        }
        if (info.messages() > 0) {
            time(line, "duration", info.end() - info.start());
            time(line, "start", info.start());
            time(line, "end", info.end());
        }
        line.field("size", info.bytes()).field("messages", info.messages());
        line.objects("compression", info.chunks(), InfoJson::chunks);
        line.objects(
                "types",
                List.copyOf(report.types().entrySet()),
                (object, type) -> object.field("type", type.getKey()).field("encoding", type.getValue()));
        line.objects("topics", report.topics(), InfoJson::topic);
        line.field("lost", report.lostMessages());
        line.objects("lost_topics", List.copyOf(report.lost().entrySet()), InfoJson::lost);
        line.field("late", report.late())
                .field("attachments", report.attachments().size());
        if (!report.profile().isEmpty()) {
            line.field("profile", report.profile());
        }
        line.objects("attached", report.attachments(), InfoJson::attachment);
        line.objects("metadata", List.copyOf(report.metadata().entrySet()), InfoJson::metadata);
        if (verbose) {
            new InfoDetails(report).fields(line);
        }
        line.end();
    }

    private static void time(JsonLine line, String name, long nanos) {
        byte[] digits = InfoTime.seconds(nanos).getBytes(StandardCharsets.US_ASCII);
        line.value(name, digits, 0, digits.length);
    }

    private static void chunks(JsonLine line, ChunkInfo kind) {
        line.field("kind", InfoText.isPlain(kind) ? "none" : kind.compression())
                .field("chunks", kind.count())
                .field("stored", kind.storedBytes())
                .field("bytes", kind.bytes());
    }

    private static void topic(JsonLine line, Topic topic) {
        line.field("topic", topic.name())
                .field("messages", topic.messages())
                .field("types", topic.types())
                .field("connections", topic.connections())
                .field("latched", topic.latched());
        topic.rate().ifPresent(rate -> line.field("rate", rate, RATE_DECIMALS));
        topic.frequency().ifPresent(rate -> line.field("frequency", rate, RATE_DECIMALS));
    }

    private static void attachment(JsonLine line, BagAttachment file) {
        line.field("name", file.name()).field("media_type", file.mediaType()).field("bytes", file.bytes());
    }

    private static void metadata(JsonLine line, Map.Entry<String, Long> metadata) {
        line.field("name", metadata.getKey()).field("count", metadata.getValue());
    }

    private static void lost(JsonLine line, Map.Entry<String, Long> lost) {
        if (lost.getKey().isEmpty()) {
            line.none("topic");
        } else {
            line.field("topic", lost.getKey());
        }
        line.field("messages", lost.getValue());
    }
}
