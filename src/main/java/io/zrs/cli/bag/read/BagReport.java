package io.zrs.cli.bag.read;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagInfo.ChannelInfo;
import io.zrs.bag.BagMetadata;
import io.zrs.stats.RoughMedian;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be told of a recording.
 *
 * @param path as it was named
 * @param topics in the order of their names
 * @param types what is said of payloads, by the name of each type
 * @param lost how many messages a recorder could not take, by topic; empty for those whose topic is not known
 * @param late how many messages come behind later ones, as they are too far out of order to be put in it
 * @param profile what programs of some kind may expect of it; empty: nothing
 * @param attachments the files in it
 * @param metadata how many metadata there are of each name
 * @param records those that are not told otherwise
 */
record BagReport(
        String path,
        BagInfo info,
        List<Topic> topics,
        Map<String, String> types,
        Map<String, Long> lost,
        long late,
        String profile,
        List<BagAttachment> attachments,
        Map<String, Long> metadata,
        List<BagMetadata> records) {
    private static final String ZEROSMQ = "ZeROSMQ";
    private static final double NANOS = 1e9;

    /**
     * A topic in it.
     *
     * @param types the names of the types of its payloads
     * @param connections how many channels it has
     * @param rate messages a second over the whole recording; empty where there is no telling
     * @param frequency by the median of the times between two messages; empty if nobody has asked
     */
    record Topic(
            String name,
            long messages,
            List<String> types,
            int connections,
            boolean latched,
            OptionalDouble rate,
            OptionalDouble frequency) {}

    /** Looks into {@code bag}; at the time of every message if {@code frequencies} are wanted. */
    static BagReport of(Bag bag, boolean frequencies) {
        BagInfo info = bag.info();
        List<BagMetadata> metadata = bag.metadata();
        Map<String, RoughMedian> periods = frequencies ? periods(bag) : Map.of();
        Map<String, List<ChannelInfo>> byTopic = new TreeMap<>();
        Map<String, String> types = new TreeMap<>();
        for (ChannelInfo channel : info.channels()) {
            byTopic.computeIfAbsent(channel.channel().topic(), name -> new ArrayList<>())
                    .add(channel);
            types.put(type(channel.channel()), said(channel.channel()));
        }
        List<Topic> topics = new ArrayList<>();
        byTopic.forEach((name, channels) -> topics.add(topic(name, channels, seconds(info), periods.get(name))));
        return new BagReport(
                bag.path().toString(),
                info,
                topics,
                types,
                lost(metadata),
                late(info, metadata),
                bag.profile(),
                bag.attachments(),
                names(metadata),
                metadata.stream().filter(BagReport::isUntold).toList());
    }

    private static boolean isUntold(BagMetadata record) {
        return !record.name().equals(BagMetadata.LOSS) && !record.name().equals(BagMetadata.LINES);
    }

    private static Map<String, Long> names(List<BagMetadata> metadata) {
        Map<String, Long> names = new TreeMap<>();
        metadata.forEach(entry -> names.merge(entry.name(), 1L, Long::sum));
        return names;
    }

    private static Topic topic(String name, List<ChannelInfo> channels, double seconds, RoughMedian periods) {
        long messages = 0;
        boolean latched = false;
        TreeSet<String> types = new TreeSet<>();
        for (ChannelInfo channel : channels) {
            messages += channel.messages();
            latched |= channel.channel().isLatched();
            types.add(type(channel.channel()));
        }
        boolean many = messages > 1 && seconds > 0;
        boolean timed = periods != null && periods.value() > 0;
        return new Topic(
                name,
                messages,
                List.copyOf(types),
                channels.size(),
                latched,
                many ? OptionalDouble.of(messages / seconds) : OptionalDouble.empty(),
                timed ? OptionalDouble.of(NANOS / periods.value()) : OptionalDouble.empty());
    }

    /** How long the recording is. */
    static double seconds(BagInfo info) {
        return (info.end() - info.start()) / NANOS;
    }

    /** A schema that is named after its topic says nothing by its name. */
    private static String type(BagChannel channel) {
        String schema = channel.schema().map(s -> s.name()).orElse("");
        if (!schema.isEmpty() && !schema.equals(channel.topic())) {
            return schema;
        }
        return channel.encoding().isEmpty() ? "unknown" : channel.encoding();
    }

    private static String said(BagChannel channel) {
        String schema = channel.schema().map(s -> s.encoding()).orElse("");
        return switch (channel.encoding()) {
            case BagChannel.TEXT -> "UTF-8";
            case BagChannel.BYTES -> "any bytes";
            case "" -> schema.isEmpty() ? "nothing said" : schema;
            default -> {
                boolean named = type(channel).equals(channel.encoding());
                String encoding = named && !schema.isEmpty() ? "" : channel.encoding();
                yield encoding.isEmpty() || schema.isEmpty() ? encoding + schema : encoding + ", " + schema;
            }
        };
    }

    private static Map<String, Long> lost(List<BagMetadata> metadata) {
        Map<String, Long> lost = new TreeMap<>();
        for (BagMetadata entry : metadata) {
            if (entry.name().equals(BagMetadata.LOSS)) {
                entry.values().forEach((name, count) -> {
                    if (name.startsWith(BagMetadata.LOSS_TOPIC)) {
                        add(lost, name.substring(BagMetadata.LOSS_TOPIC.length()), count);
                    } else if (name.equals("unknown")) {
                        add(lost, "", count);
                    }
                });
            }
        }
        return lost;
    }

    /** Of the file itself: one that was made of such a file says it of that. */
    private static long late(BagInfo info, List<BagMetadata> metadata) {
        Map<String, Long> late = new TreeMap<>();
        for (BagMetadata entry : metadata) {
            if (info.format().equals(ZEROSMQ) && entry.name().equals(BagMetadata.LINES)) {
                add(late, "", entry.values().getOrDefault("late", ""));
            }
        }
        return late.getOrDefault("", 0L);
    }

    /** What is no count comes from elsewhere, and says nothing. */
    private static void add(Map<String, Long> lost, String topic, String count) {
        boolean digits =
                !count.isEmpty() && count.length() <= 18 && count.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            lost.merge(topic, Long.parseLong(count), Long::sum);
        }
    }

    private static Map<String, RoughMedian> periods(Bag bag) {
        Map<BagChannel, String> names = new IdentityHashMap<>();
        Map<String, RoughMedian> periods = new TreeMap<>();
        Map<String, Long> last = new TreeMap<>();
        bag.times((channel, time) -> {
            String name = names.computeIfAbsent(channel, BagChannel::topic);
            Long before = last.put(name, time);
            if (before != null) {
                periods.computeIfAbsent(name, topic -> new RoughMedian()).add(Math.abs(time - before));
            }
        });
        return periods;
    }

    /** How many messages a recorder could not take in all. */
    long lostMessages() {
        return lost.values().stream().mapToLong(count -> count).sum();
    }
}
