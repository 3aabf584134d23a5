package io.zrs.cli.bag.read;

import io.zrs.bag.BagChannel;
import io.zrs.bag.BagInfo.ChannelInfo;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagSchema;
import io.zrs.output.Amount;
import io.zrs.output.JsonLine;
import io.zrs.output.TerminalText;
import io.zrs.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What a recording says of its channels, their schemas, and beside them: in rows of text, or as JSON. */
final class InfoDetails {
    private static final String INDENT = "  ";

    private final BagReport report;

    InfoDetails(BagReport report) {
        this.report = report;
    }

    /** Gives {@code to} each row, as its label, which only the first of several has, and what follows. */
    void rows(BiConsumer<String, String> to) {
        Group channels = new Group("channels", to);
        for (ChannelInfo channel : channels()) {
            channels.row(channel(channel));
            pairs(channel.channel().metadata(), channels);
        }
        Group schemas = new Group("schemas", to);
        for (BagSchema schema : schemas()) {
            schemas.row(TerminalText.line(schema.name()) + " [" + language(schema) + "]");
            if (Utf8.isValid(schema.data())) {
                text(schema).lines().forEach(line -> schemas.row(INDENT + TerminalText.line(line)));
            } else {
                schemas.row(INDENT + "binary, " + Amount.bytes(schema.data().length));
            }
        }
        Group metadata = new Group("metadata", to);
        for (BagMetadata record : report.records()) {
            metadata.row(TerminalText.line(record.name()));
            pairs(record.values(), metadata);
        }
    }

    private static void pairs(Map<String, String> pairs, Group group) {
        new TreeMap<>(pairs)
                .forEach(
                        (name, value) -> group.row(INDENT + TerminalText.line(name) + ": " + TerminalText.line(value)));
    }

    private static String channel(ChannelInfo info) {
        BagChannel channel = info.channel();
        String schema = channel.schema()
                .map(known -> "; schema " + TerminalText.line(known.name()))
                .orElse("");
        return TerminalText.line(channel.topic()) + " [" + encoding(channel) + "; "
                + Amount.of(info.messages(), "message") + schema + "]";
    }

    private static String encoding(BagChannel channel) {
        return channel.encoding().isEmpty() ? "no encoding" : TerminalText.line(channel.encoding());
    }

    private static String language(BagSchema schema) {
        return schema.encoding().isEmpty() ? "no encoding" : TerminalText.line(schema.encoding());
    }

    private static String text(BagSchema schema) {
        return new String(schema.data(), StandardCharsets.UTF_8);
    }

    private List<ChannelInfo> channels() {
        return report.info().channels().stream()
                .sorted(Comparator.comparing(info -> info.channel().topic()))
                .toList();
    }

    private Set<BagSchema> schemas() {
        Set<BagSchema> schemas = new LinkedHashSet<>();
        channels().forEach(info -> info.channel().schema().ifPresent(schemas::add));
        return schemas;
    }

    /** Adds the fields of a JSON object. */
    void fields(JsonLine to) {
        to.objects("channels", channels(), InfoDetails::channel);
        to.objects("records", report.records(), (object, record) -> {
            object.field("name", record.name());
            object.object("values", values -> add(values, record.values()));
        });
    }

    private static void add(JsonLine to, Map<String, String> pairs) {
        new TreeMap<>(pairs).forEach((name, value) -> to.text(name, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static void channel(JsonLine to, ChannelInfo info) {
        BagChannel channel = info.channel();
        to.field("topic", channel.topic()).field("encoding", channel.encoding()).field("messages", info.messages());
        to.object("metadata", values -> add(values, channel.metadata()));
        channel.schema()
                .ifPresent(schema -> to.object("schema", object -> {
                    object.field("name", schema.name()).field("encoding", schema.encoding());
                    if (Utf8.isValid(schema.data())) {
                        object.text("data", schema.data());
                    } else {
                        object.field("bytes", schema.data().length);
                    }
                }));
    }

    /** Rows under one label. */
    private static final class Group {
        private final BiConsumer<String, String> to;
        private String label;

        Group(String label, BiConsumer<String, String> to) {
            this.label = label;
            this.to = to;
        }

        void row(String text) {
            to.accept(label, text);
            label = "";
        }
    }
}
