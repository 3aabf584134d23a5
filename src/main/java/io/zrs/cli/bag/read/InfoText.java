package io.zrs.cli.bag.read;

import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagInfo.ChunkInfo;
import io.zrs.bag.BagInfo.State;
import io.zrs.bag.BagMetadata;
import io.zrs.cli.bag.read.BagReport.Topic;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.Columns;
import io.zrs.output.Decimal;
import io.zrs.output.Palette;
import io.zrs.output.TerminalText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A recording as {@code rosbag info} describes it, row by row. */
final class InfoText implements InfoForm {
    private static final int PERCENT = 100;
    private static final int MOST_NAMED = 5;
    private static final int MOST_ATTACHED = 20;

    /** In columns: a longer name moves its own row alone. */
    private static final int WIDEST_ALIGNED = 48;

    private final Palette palette;
    private final ZoneId zone;
    private final boolean verbose;
    private final List<String> labels = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /** In the colours of {@code palette}, and the time of {@code zone}; if {@code verbose}, with all that is said of channels. */
    InfoText(Palette palette, ZoneId zone, boolean verbose) {
        this.palette = palette;
        this.zone = zone;
        this.verbose = verbose;
    }

    @Override
    public void append(ByteText out, BagReport report, boolean first) {
        labels.clear();
        values.clear();
        collect(report);
        int width = labels.stream().mapToInt(String::length).max().orElse(0) + 1;
        if (!first) {
            out.add('\n');
        }
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i).isEmpty() ? "" : labels.get(i) + ":";
            out.append(label).append(" ".repeat(width - label.length() + 1)).append(values.get(i));
            out.add('\n');
        }
    }

    private void collect(BagReport report) {
        BagInfo info = report.info();
        row("path", TerminalText.line(report.path()));
        row("version", info.format() + (info.library().isEmpty() ? "" : " by " + TerminalText.line(info.library())));
        if (!report.profile().isEmpty()) {
            row("profile", TerminalText.line(report.profile()));
        }
        if (info.state() != State.WHOLE) {
            row("state", state(info));
        }
        if (info.messages() > 0) {
            row("duration", InfoTime.duration(info.end() - info.start()));
            row("start", InfoTime.date(info.start(), zone));
            row("end", InfoTime.date(info.end(), zone));
        }
        row("size", InfoTime.size(info.bytes()));
        row("messages", Long.toString(info.messages()));
        if (!report.lost().isEmpty()) {
            row("lost", lost(report));
        }
        if (report.late() > 0) {
            row("late", Amount.of(report.late(), "message") + ", too far out of order to be put in it");
        }
        row("compression", compression(info.chunks()));
        sizes(info);
        types(report.types());
        topics(report.topics());
        attachments(report.attachments());
        if (verbose) {
            new InfoDetails(report).rows(this::row);
        } else {
            metadata(report.metadata());
        }
    }

    private void row(String label, String value) {
        labels.add(label);
        values.add(value);
    }

    static String state(BagInfo info) {
        String state = info.state().name().toLowerCase(Locale.ROOT);
        return info.damage().isEmpty() ? state : state + ": " + TerminalText.line(info.damage());
    }

    private String lost(BagReport report) {
        List<String> named = new ArrayList<>();
        List<Map.Entry<String, Long>> most = new ArrayList<>(report.lost().entrySet());
        most.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        long others = report.lostMessages();
        for (Map.Entry<String, Long> topic : most.subList(0, Math.min(MOST_NAMED, most.size()))) {
            String name = topic.getKey();
            named.add((name.isEmpty() ? "of unknown topics" : palette.paint(name, name)) + " " + topic.getValue());
            others -= topic.getValue();
        }
        if (others > 0) {
            named.add("others " + others);
        }
        return Amount.of(report.lostMessages(), "message") + " (" + String.join(", ", named) + ")";
    }

    private static String compression(List<ChunkInfo> chunks) {
        long all = chunks.stream().mapToLong(ChunkInfo::count).sum();
        List<String> kinds = new ArrayList<>();
        List<ChunkInfo> sorted = new ArrayList<>(chunks);
        sorted.sort(Comparator.comparingLong(ChunkInfo::count).reversed());
        for (ChunkInfo kind : sorted) {
            String text = name(kind) + " [" + kind.count() + "/" + all + " chunks";
            kinds.add(isPlain(kind) ? text + "]" : text + "; " + percent(kind.storedBytes(), kind.bytes()) + "]");
        }
        return kinds.isEmpty() ? "none" : String.join(", ", kinds);
    }

    static String name(ChunkInfo kind) {
        return isPlain(kind) ? "none" : TerminalText.line(kind.compression());
    }

    static boolean isPlain(ChunkInfo kind) {
        return kind.compression().isEmpty();
    }

    private static String percent(long part, long whole) {
        return Decimal.fixed(whole == 0 ? PERCENT : PERCENT * (double) part / whole, 2) + "%";
    }

    private void sizes(BagInfo info) {
        if (info.chunks().stream().allMatch(InfoText::isPlain)) {
            return;
        }
        long bytes = info.chunks().stream().mapToLong(ChunkInfo::bytes).sum();
        long stored = info.chunks().stream().mapToLong(ChunkInfo::storedBytes).sum();
        double seconds = BagReport.seconds(info);
        List<String> sizes = aligned(List.of(InfoTime.size(bytes), InfoTime.size(stored)));
        if (seconds > 0) {
            List<String> rates = aligned(List.of(InfoTime.size(bytes / seconds), InfoTime.size(stored / seconds)));
            row("uncompressed", sizes.get(0) + " @ " + rates.get(0) + "/s");
            row("compressed", sizes.get(1) + " @ " + rates.get(1) + "/s (" + percent(stored, bytes) + ")");
        } else {
            row("uncompressed", sizes.get(0));
            row("compressed", sizes.get(1) + " (" + percent(stored, bytes) + ")");
        }
    }

    private static List<String> aligned(List<String> texts) {
        int width = texts.stream().mapToInt(String::length).max().orElse(0);
        return texts.stream()
                .map(text -> " ".repeat(width - text.length()) + text)
                .toList();
    }

    private void types(Map<String, String> types) {
        int width = types.keySet().stream().mapToInt(InfoText::columns).max().orElse(0);
        String label = "types";
        for (Map.Entry<String, String> type : types.entrySet()) {
            row(label, padded(type.getKey(), width) + " [" + TerminalText.line(type.getValue()) + "]");
            label = "";
        }
    }

    private void topics(List<Topic> topics) {
        int width = topics.stream()
                .mapToInt(topic -> columns(topic.name()))
                .filter(columns -> columns <= WIDEST_ALIGNED)
                .max()
                .orElse(0);
        List<String> counts = aligned(
                topics.stream().map(topic -> Long.toString(topic.messages())).toList());
        List<String> rates = aligned(topics.stream()
                .map(InfoText::rate)
                .map(rate -> rate.isPresent() ? InfoTime.frequency(rate.getAsDouble()) : "")
                .toList());
        for (int i = 0; i < topics.size(); i++) {
            Topic topic = topics.get(i);
            String name = palette.paint(topic.name(), topic.name()) + padding(topic.name(), width);
            String count = counts.get(i) + (topic.messages() == 1 ? " msg " : " msgs");
            String rate = (rates.get(i).isBlank() ? "   " : " @ ") + rates.get(i);
            row(i == 0 ? "topics" : "", name + "   " + count + rate + " : " + types(topic));
        }
    }

    private void attachments(List<BagAttachment> attachments) {
        String label = "attachments";
        int shown = verbose ? attachments.size() : Math.min(MOST_ATTACHED, attachments.size());
        for (BagAttachment file : attachments.subList(0, shown)) {
            String type = file.mediaType().isEmpty() ? "" : ", " + TerminalText.line(file.mediaType());
            row(label, TerminalText.line(file.name()) + " [" + Amount.bytes(file.bytes()) + type + "]");
            label = "";
        }
        if (attachments.size() > shown) {
            row("", "and " + (attachments.size() - shown) + " more");
        }
    }

    /** Those of zrs are told as what they say. */
    private void metadata(Map<String, Long> metadata) {
        List<String> names = new ArrayList<>();
        metadata.forEach((name, count) -> {
            if (!name.startsWith(BagMetadata.OWN)) {
                names.add(TerminalText.line(name) + (count > 1 ? " (" + count + ")" : ""));
            }
        });
        if (!names.isEmpty()) {
            List<String> first = names.subList(0, Math.min(MOST_ATTACHED, names.size()));
            String more = names.size() > first.size() ? ", and " + (names.size() - first.size()) + " more" : "";
            row("metadata", String.join(", ", first) + more);
        }
    }

    private static OptionalDouble rate(Topic topic) {
        return topic.frequency().isPresent() ? topic.frequency() : topic.rate();
    }

    private static String types(Topic topic) {
        String types = TerminalText.line(String.join(", ", topic.types()));
        String connections = topic.connections() > 1 ? " (" + topic.connections() + " connections)" : "";
        return types + connections + (topic.latched() ? " (latched)" : "");
    }

    private static String padded(String text, int width) {
        return TerminalText.line(text) + padding(text, width);
    }

    private static String padding(String text, int width) {
        return " ".repeat(Math.max(0, width - columns(text)));
    }

    private static int columns(String text) {
        return TerminalText.line(text).codePoints().map(Columns::of).sum();
    }
}
