package io.zrs.bag;

import io.zrs.text.JsonText;
import io.zrs.text.Utf8;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Which channel a payload of a topic belongs to, by what it is: JSON, text or bytes. For one thread. */
public final class PayloadChannels {
    private final Map<String, Topic> topics = new HashMap<>();
    private final JsonText json = new JsonText();

    /**
     * The channel, which is the same object each time.
     *
     * @param metadata what is known of the topic, for a channel that is new
     */
    public BagChannel of(String topic, byte[] payload, Map<String, String> metadata) {
        return topic(topic, () -> metadata).of(payload, 0, payload.length);
    }

    /**
     * The channels of one topic, to be kept by who has many messages of it.
     *
     * @param metadata tells what is known of the topic; asked for each channel that is new
     */
    public Topic topic(String name, Supplier<Map<String, String>> metadata) {
        Topic topic = topics.get(name);
        if (topic == null) {
            topic = new Topic(name);
            topics.put(name, topic);
        }
        topic.metadata = metadata;
        return topic;
    }

    /** The channels of one topic. */
    public final class Topic {
        private final String name;
        private Supplier<Map<String, String>> metadata;
        private BagChannel jsonChannel;
        private BagChannel textChannel;
        private BagChannel bytesChannel;

        private Topic(String name) {
            this.name = name;
        }

        /** The channel of the payload {@code bytes[from, to)}: the same object for each of its kind. */
        public BagChannel of(byte[] bytes, int from, int to) {
            if (isJson(bytes, from, to)) {
                if (jsonChannel == null) {
                    jsonChannel = channel(BagChannel.JSON, Optional.of(PayloadSchema.of(name, bytes, from)));
                }
                return jsonChannel;
            }
            if (Utf8.isValid(bytes, from, to)) {
                if (textChannel == null) {
                    textChannel = channel(BagChannel.TEXT, Optional.empty());
                }
                return textChannel;
            }
            if (bytesChannel == null) {
                bytesChannel = channel(BagChannel.BYTES, Optional.empty());
            }
            return bytesChannel;
        }

        /** Has one of its channels say something else of the topic from now on: what comes next is of the channel that is returned. */
        public BagChannel tell(BagChannel channel, Map<String, String> told) {
            BagChannel next = new BagChannel(channel.topic(), channel.encoding(), channel.schema(), told);
            jsonChannel = jsonChannel == channel ? next : jsonChannel;
            textChannel = textChannel == channel ? next : textChannel;
            bytesChannel = bytesChannel == channel ? next : bytesChannel;
            return next;
        }

        private BagChannel channel(String encoding, Optional<BagSchema> schema) {
            return new BagChannel(name, encoding, schema, metadata.get());
        }
    }

    private boolean isJson(byte[] bytes, int from, int to) {
        return from < to && " \t\r\n{[\"-0123456789tfn".indexOf(bytes[from]) >= 0 && json.takeAll(bytes, from, to);
    }

    /** What a payload is: {@link BagChannel#JSON}, {@link BagChannel#TEXT} or {@link BagChannel#BYTES}. */
    public static String encoding(byte[] payload) {
        if (JsonText.kindOf(payload) != JsonText.Kind.NOT_JSON) {
            return BagChannel.JSON;
        }
        return Utf8.isValid(payload) ? BagChannel.TEXT : BagChannel.BYTES;
    }
}
