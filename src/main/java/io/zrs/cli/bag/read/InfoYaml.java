package io.zrs.cli.bag.read;

import io.zrs.bag.BagInfo;
import io.zrs.bag.BagInfo.ChunkInfo;
import io.zrs.bag.BagInfo.State;
import io.zrs.cli.bag.read.BagReport.Topic;
import io.zrs.output.ByteText;
import io.zrs.output.Decimal;
import io.zrs.output.JsonLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
                list(out, list, "    ");
            } else {
                out.append(" ").append(value.toString()).add('\n');
            }
        });
    }

    private static void list(ByteText out, List<?> list, String indent) {
        for (Object item : list) {
            String before = indent + "- ";
            for (Map.Entry<?, ?> field : ((Map<?, ?>) item).entrySet()) {
                out.append(before)
                        .append(field.getKey() + ": " + field.getValue())
                        .add('\n');
                before = indent + "  ";
            }
        }
    }

    /** Adds a value by itself: a text, or a list or its element with a line a field. */
    static void value(ByteText out, Object value) {
        if (value instanceof List<?> list) {
            list(out, list, "");
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, text) -> out.append(name + ": " + text).add('\n'));
        } else {
            out.append(value.toString()).add('\n');
        }
    }

    /** Fields that are text as YAML has it, or lists of such fields. */
    static Map<String, Object> tree(BagReport report) {
        BagInfo info = report.info();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", text(report.path()));
        tree.put("version", text(info.format()));
        if (!info.library().isEmpty()) {
            tree.put("library", text(info.library()));
        }
        if (info.messages() > 0) {
            tree.put("duration", InfoTime.seconds(info.end() - info.start()));
            tree.put("start", InfoTime.seconds(info.start()));
            tree.put("end", InfoTime.seconds(info.end()));
        }
        tree.put("size", Long.toString(info.bytes()));
        tree.put("messages", Long.toString(info.messages()));
        tree.put("indexed", info.state() == State.WHOLE ? "True" : "False");
        tree.put("state", info.state().name().toLowerCase(Locale.ROOT));
        if (!info.damage().isEmpty()) {
            tree.put("damage", text(info.damage()));
        }
        compression(tree, info.chunks());
        tree.put("types", report.types().entrySet().stream().map(InfoYaml::type).toList());
        tree.put("topics", report.topics().stream().map(InfoYaml::topic).toList());
        if (!report.lost().isEmpty()) {
            tree.put("lost", Long.toString(report.lostMessages()));
        }
        return tree;
    }

    private static void compression(Map<String, Object> tree, List<ChunkInfo> chunks) {
        List<ChunkInfo> sorted = new ArrayList<>(chunks);
        sorted.sort(Comparator.comparingLong(ChunkInfo::count).reversed());
        tree.put("compression", sorted.isEmpty() ? "none" : text(InfoText.name(sorted.get(0))));
        if (!sorted.stream().allMatch(InfoText::isPlain)) {
            long bytes = sorted.stream().mapToLong(ChunkInfo::bytes).sum();
            long stored = sorted.stream().mapToLong(ChunkInfo::storedBytes).sum();
            tree.put("uncompressed", Long.toString(bytes));
            tree.put("compressed", Long.toString(stored));
        }
    }

    private static Map<String, Object> type(Map.Entry<String, String> type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", text(type.getKey()));
        fields.put("encoding", text(type.getValue()));
        return fields;
    }

    private static Map<String, Object> topic(Topic topic) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("topic", text(topic.name()));
        fields.put("type", text(String.join(", ", topic.types())));
        fields.put("messages", Long.toString(topic.messages()));
        if (topic.connections() > 1) {
            fields.put("connections", Integer.toString(topic.connections()));
        }
        topic.frequency().ifPresent(rate -> fields.put("frequency", Decimal.fixed(rate, RATE_DECIMALS)));
        return fields;
    }

    /** Plain where that is what YAML reads as this text; a JSON string is YAML, too. */
    private static String text(String value) {
        boolean word = !value.isEmpty() && !NO_TEXT.contains(value.toLowerCase(Locale.ROOT));
        boolean plain = word && FIRST_PLAIN.indexOf(value.charAt(0)) >= 0;
        return plain && value.chars().allMatch(c -> PLAIN.indexOf(c) >= 0) ? value : JsonLine.quoted(value);
    }
}
