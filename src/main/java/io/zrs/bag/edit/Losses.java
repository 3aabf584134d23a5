package io.zrs.bag.edit;

import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagQuery;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a recorder could not take, as {@link BagMetadata#LOSS} has it, in a part of the time or at another one. */
final class Losses {
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private Losses() {}

    /** Whether it says something of the time that is asked for; anything but a loss does. */
    static boolean overlap(BagMetadata metadata, BagQuery query) {
        if (!metadata.name().equals(BagMetadata.LOSS)) {
            return true;
        }
        try {
            long from = Long.parseUnsignedLong(metadata.values().getOrDefault(FROM, ""));
            long until = Long.parseUnsignedLong(metadata.values().getOrDefault(UNTIL, ""));
            return Long.compareUnsigned(from, query.until()) <= 0 && Long.compareUnsigned(until, query.from()) >= 0;
        } catch (NumberFormatException e) {
            // Whatever it says, it is not for this to lose it.
            return true;
        }
    }

    /** The same, so many nanoseconds later. */
    static BagMetadata shifted(BagMetadata metadata, long nanos) {
        if (nanos == 0 || !metadata.name().equals(BagMetadata.LOSS)) {
            return metadata;
        }
        Map<String, String> values = new TreeMap<>(metadata.values());
        for (String key : new String[] {FROM, UNTIL}) {
            values.computeIfPresent(key, (name, value) -> shifted(value, nanos));
        }
        return new BagMetadata(metadata.name(), values);
    }

    /** The same, of topics that have other names; of those that become one, the sum. */
    static BagMetadata renamed(BagMetadata metadata, UnaryOperator<String> name) {
        if (!metadata.name().equals(BagMetadata.LOSS)) {
            return metadata;
        }
        Map<String, String> values = new TreeMap<>();
        metadata.values().forEach((key, value) -> values.merge(renamed(key, name), value, Losses::sum));
        return new BagMetadata(metadata.name(), values);
    }

    private static String renamed(String key, UnaryOperator<String> name) {
        return key.startsWith(BagMetadata.LOSS_TOPIC)
                ? BagMetadata.LOSS_TOPIC + name.apply(key.substring(BagMetadata.LOSS_TOPIC.length()))
                : key;
    }

    private static String sum(String some, String more) {
        try {
            return Long.toString(Math.addExact(Long.parseLong(some), Long.parseLong(more)));
        } catch (NumberFormatException | ArithmeticException e) {
            return some;
        }
    }

    private static String shifted(String value, long nanos) {
        try {
            return Long.toUnsignedString(Long.parseUnsignedLong(value) + nanos);
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
