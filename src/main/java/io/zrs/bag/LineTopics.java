package io.zrs.bag;

import io.zrs.bag.lines.LineChannels;
import io.zrs.bag.mcap.Memory;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.text.JsonText;
import io.zrs.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The channels of a file of lines, found by the bytes that stand for topics and by what payloads are. */
final class LineTopics {
    /** As many as an MCAP file can have. */
    private static final int MOST = 65_535;

    private static final int CHANNEL = 512;

    private final Memory memory = new Memory();
    private final List<BagChannel> channels = new ArrayList<>();
    private final PayloadChannels maker = new PayloadChannels();
    private Topic[] table = new Topic[64];
    private int topics;

    /** A topic, and its channels of JSON, text and bytes; -1 for one that there is not. */
    private static final class Topic {
        private final byte[] name;
        private final int hash;
        private final int[] channels = {-1, -1, -1};

        Topic(byte[] name, int hash) {
            this.name = name;
            this.hash = hash;
        }
    }

    /** Finds the channel of each message, and makes those that are new. For one thread. */
    LineChannels maker() {
        JsonText json = new JsonText();
        return (bytes, topicFrom, topicTo, payloadFrom, payloadTo) -> {
            Topic topic = topic(bytes, topicFrom, topicTo);
            int kind = kind(json, bytes, payloadFrom, payloadTo);
            if (topic.channels[kind] < 0) {
                byte[] payload = Arrays.copyOfRange(bytes, payloadFrom, payloadTo);
                topic.channels[kind] = add(new String(topic.name, StandardCharsets.UTF_8), payload);
            }
            return topic.channels[kind];
        };
    }

    /** Finds those that are there; -1 for others. For one thread, beside other finders. */
    LineChannels finder() {
        JsonText json = new JsonText();
        return (bytes, topicFrom, topicTo, payloadFrom, payloadTo) -> {
            Topic topic = table[slot(bytes, topicFrom, topicTo, hash(bytes, topicFrom, topicTo))];
            return topic == null ? -1 : topic.channels[kind(json, bytes, payloadFrom, payloadTo)];
        };
    }

    /** The channels by their numbers. */
    List<BagChannel> channels() {
        return channels;
    }

    /** As {@link PayloadChannels#encoding}, without a copy of the payload. */
    private static int kind(JsonText json, byte[] bytes, int from, int to) {
        if (json.takeAll(bytes, from, to)) {
            return 0;
        }
        return Utf8.isValid(bytes, from, to) ? 1 : 2;
    }

    private int add(String topic, byte[] payload) {
        if (channels.size() == MOST) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "more than " + MOST + " topics are in it, of which '" + topic + "' is one",
                    "a recording has lines  ms,TOPIC,payload");
        }
        BagChannel channel = maker.of(topic, payload, Map.of());
        memory.take(CHANNEL
                + 3L * topic.length()
                + channel.schema().map(schema -> schema.data().length).orElse(0));
        channels.add(channel);
        return channels.size() - 1;
    }

    private Topic topic(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int slot = slot(bytes, from, to, hash);
        if (table[slot] == null) {
            table[slot] = new Topic(Arrays.copyOfRange(bytes, from, to), hash);
            topics++;
            if (topics > table.length / 2) {
                grow();
                slot = slot(bytes, from, to, hash);
            }
        }
        return table[slot];
    }

    private void grow() {
        Topic[] old = table;
        table = new Topic[2 * old.length];
        for (Topic topic : old) {
            if (topic != null) {
                table[slot(topic.name, 0, topic.name.length, topic.hash)] = topic;
            }
        }
    }

    /** Where it is, or would be. */
    private int slot(byte[] bytes, int from, int to, int hash) {
        int slot = hash & table.length - 1;
        while (table[slot] != null && !is(table[slot], hash, bytes, from, to)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static boolean is(Topic topic, int hash, byte[] bytes, int from, int to) {
        return topic.hash == hash && Arrays.equals(topic.name, 0, topic.name.length, bytes, from, to);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
