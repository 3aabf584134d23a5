package io.zrs.cli.bag.read;

import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagInfo.ChunkInfo;
import io.zrs.bag.BagInfo.State;
import io.zrs.cli.bag.read.BagReport.Topic;
import io.zrs.output.ByteText;
import io.zrs.output.Decimal;
import io.zrs.output.JsonLine;
import io.zrs.output.TerminalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A recording as {@code rosbag info -y} describes it: the whole of it, or one value. */
final class InfoYaml implements InfoForm {
    private static final int RATE_DECIMALS = 4;
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/.-";
    private static final Set<String> NO_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final String FIRST_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_/";

    @Override
    public void append(ByteText out, BagReport report, boolean first) {
        out.append(first ? "" : "---\n");
        tree(report).forEach((name, value) -> {
            out.append(name).append(":");
            if (value instanceof List<?> list) {
                out.append(list.isEmpty() ? " []\n" : "\n");
                list(out, list, "    ", InfoYaml::text);
            } else {
                out.append(" ").append(text(value)).add('\n');
            }
        });
    }

    private static void list(ByteText out, List<?> list, String indent, Function<Object, String> text) {
        for (Object item : list) {
            String before = indent + "- ";
            for (Map.Entry<?, ?> field : ((Map<?, ?>) item).entrySet()) {
                out.append(before)
                        .append(field.getKey() + ": " + text.apply(field.getValue()))
                        .add('\n');
                before = indent + "  ";
            }
        }
    }

    /** Adds a value by itself: a text as it is, or a list or its element with a line a field. */
    static void value(ByteText out, Object value) {
        if (value instanceof List<?> list) {
            list(out, list, "", InfoYaml::line);
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, text) -> out.append(name + ": " + line(text)).add('\n'));
        } else {
            out.append(line(value)).add('\n');
        }
    }

    private static String line(Object value) {
        return TerminalText.line(value.toString());
    }

    /** Fields that are text, a {@link Figure}, or lists of such fields. */
    static Map<String, Object> tree(BagReport report) {
        BagInfo info = report.info();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", report.path());
        // rosbag's name, and that of --json.
        tree.put("version", info.format());
        tree.put("format", info.format());
        tree.put("library", info.library());
        if (info.messages() > 0) {
            tree.put("duration", figure(InfoTime.seconds(info.end() - info.start())));
            tree.put("start", figure(InfoTime.seconds(info.start())));
            tree.put("end", figure(InfoTime.seconds(info.end())));
        }
        tree.put("size", figure(Long.toString(info.bytes())));
        tree.put("messages", figure(Long.toString(info.messages())));
        tree.put("indexed", figure(info.state() == State.WHOLE ? "True" : "False"));
        tree.put("state", info.state().name().toLowerCase(Locale.ROOT));
        if (!info.damage().isEmpty()) {
            tree.put("damage", info.damage());
        }
        compression(tree, info.chunks());
        tree.put("types", report.types().entrySet().stream().map(InfoYaml::type).toList());
        tree.put("topics", report.topics().stream().map(InfoYaml::topic).toList());
        tree.put("lost", figure(Long.toString(report.lostMessages())));
        tree.put(
                "lost_topics",
                report.lost().entrySet().stream().map(InfoYaml::lost).toList());
        tree.put("late", figure(Long.toString(report.late())));
        tree.put("attachments", figure(Integer.toString(report.attachments().size())));
        tree.put("profile", report.profile());
        tree.put(
                "attached",
                report.attachments().stream().map(InfoYaml::attachment).toList());
        tree.put(
                "metadata",
                report.metadata().entrySet().stream().map(InfoYaml::metadata).toList());
        return tree;
    }

    private static void compression(Map<String, Object> tree, List<ChunkInfo> chunks) {
        List<ChunkInfo> sorted = new ArrayList<>(chunks);
        sorted.sort(Comparator.comparingLong(ChunkInfo::count).reversed());
        tree.put("compression", sorted.isEmpty() ? "none" : InfoText.name(sorted.get(0)));
        if (!sorted.stream().allMatch(InfoText::isPlain)) {
            long bytes = sorted.stream().mapToLong(ChunkInfo::bytes).sum();
            long stored = sorted.stream().mapToLong(ChunkInfo::storedBytes).sum();
            tree.put("uncompressed", figure(Long.toString(bytes)));
            tree.put("compressed", figure(Long.toString(stored)));
        }
    }

    private static Map<String, Object> type(Map.Entry<String, String> type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type.getKey());
        fields.put("encoding", type.getValue());
        return fields;
    }

    private static Map<String, Object> topic(Topic topic) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("topic", topic.name());
        fields.put("type", String.join(", ", topic.types()));
        fields.put("messages", figure(Long.toString(topic.messages())));
        fields.put("connections", figure(Integer.toString(topic.connections())));
        fields.put("latched", figure(topic.latched() ? "True" : "False"));
        topic.rate().ifPresent(rate -> fields.put("rate", figure(Decimal.fixed(rate, RATE_DECIMALS))));
        topic.frequency().ifPresent(rate -> fields.put("frequency", figure(Decimal.fixed(rate, RATE_DECIMALS))));
        return fields;
    }

    private static Map<String, Object> attachment(BagAttachment file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", file.name());
        fields.put("media_type", file.mediaType());
        fields.put("bytes", figure(Long.toString(file.bytes())));
        return fields;
    }

    private static Map<String, Object> metadata(Map.Entry<String, Long> metadata) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", metadata.getKey());
        fields.put("count", figure(Long.toString(metadata.getValue())));
        return fields;
    }

    private static Map<String, Object> lost(Map.Entry<String, Long> lost) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("topic", lost.getKey().isEmpty() ? figure("null") : lost.getKey());
        fields.put("messages", figure(Long.toString(lost.getValue())));
        return fields;
    }

    /** What stands there without quotes whatever it looks like. */
    private record Figure(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static Figure figure(String text) {
        return new Figure(text);
    }

    /** Plain where that is what YAML reads as this text; a JSON string is YAML, too. */
    private static String text(Object whatever) {
        String value = whatever.toString();
        if (whatever instanceof Figure) {
            return value;
        }
        boolean word = !value.isEmpty() && !NO_TEXT.contains(value.toLowerCase(Locale.ROOT));
        boolean plain = word && FIRST_PLAIN.indexOf(value.charAt(0)) >= 0;
        return plain && value.chars().allMatch(c -> PLAIN.indexOf(c) >= 0) ? value : JsonLine.quoted(value);
    }
}
