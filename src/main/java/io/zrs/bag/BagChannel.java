package io.zrs.bag;

import java.util.Map;
import java.util.Optional;

/**
 * The messages of one topic that have one encoding; a topic may have several. Those of a {@link Bag} are the same objects in all that
 * it says.
 *
 * @param topic not always one that zrs would take: a bag may come from elsewhere
 * @param encoding {@link #JSON}, {@link #TEXT}, {@link #BYTES}, or what another program wrote, such as {@code cdr}
 * @param metadata what else is known; see {@link #LATCHING} and {@link #CALLER}
 */
public record BagChannel(String topic, String encoding, Optional<BagSchema> schema, Map<String, String> metadata) {
    /** Payloads are JSON. */
    public static final String JSON = "json";

    /** Payloads are UTF-8 that is not JSON. MCAP has no name for that, so this one is zrs's own. */
    public static final String TEXT = "x-text";

    /** Payloads are bytes that are not UTF-8; zrs's own name. */
    public static final String BYTES = "x-bytes";

    /** The metadata that say {@code true} if the topic was latched; the name and the value are those of MCAP's profile ros1. */
    public static final String LATCHING = "latching";

    /** The metadata that name who published; the name is that of MCAP's profile ros1. */
    public static final String CALLER = "callerid";

    /** Copies the metadata. */
    public BagChannel {
        metadata = Map.copyOf(metadata);
    }

    /** Whether the topic was latched: its last message was for later subscribers, too. */
    public boolean isLatched() {
        return "true".equals(metadata.get(LATCHING)) || "1".equals(metadata.get(LATCHING));
    }
}
