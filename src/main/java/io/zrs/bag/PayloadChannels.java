package io.zrs.bag;

import io.zrs.text.JsonText;
import io.zrs.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which channel a payload of a topic belongs to, by what it is: JSON, text or bytes. For one thread. */
public final class PayloadChannels {
    private final Map<String, Map<String, BagChannel>> channels = new HashMap<>();

    /**
     * The channel, which is the same object each time.
     *
     * @param metadata what is known of the topic, for a channel that is new
     */
    public BagChannel of(String topic, byte[] payload, Map<String, String> metadata) {
        String encoding = encoding(payload);
        return channels.computeIfAbsent(topic, name -> new HashMap<>())
                .computeIfAbsent(encoding, kind -> new BagChannel(topic, kind, schema(topic, kind), metadata));
    }

    /** What a payload is: {@link BagChannel#JSON}, {@link BagChannel#TEXT} or {@link BagChannel#BYTES}. */
    public static String encoding(byte[] payload) {
        if (JsonText.kindOf(payload) != JsonText.Kind.NOT_JSON) {
            return BagChannel.JSON;
        }
        return Utf8.isValid(payload) ? BagChannel.TEXT : BagChannel.BYTES;
    }

    private static Optional<BagSchema> schema(String topic, String encoding) {
        return encoding.equals(BagChannel.JSON)
                ? Optional.of(
                        new BagSchema(topic, "jsonschema", "{\"type\":\"object\"}".getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
    }
}
