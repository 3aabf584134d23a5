package io.zrs.cli.bag.edit;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Locale;
import java.util.Optional;

/** What kinds of recordings can be written. */
enum Format {
    /** MCAP. */
    MCAP,
    /** Lines as ZeROSMQ's recorder writes them. */
    ZEROSMQ;

    /** As {@link io.zrs.bag.BagInfo#format()} has it. */
    static Format ofInput(String format) {
        return format.equalsIgnoreCase(MCAP.name()) ? MCAP : ZEROSMQ;
    }

    static Format parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "mcap" -> MCAP;
            case "zerosmq" -> ZEROSMQ;
            default -> throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no format", "give mcap or zerosmq");
        };
    }

    /** What a file's name says. */
    static Optional<Format> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".mcap")) {
            return Optional.of(MCAP);
        }
        return lower.endsWith(".txt") || lower.endsWith(".csv") || lower.endsWith(".zerosmq")
                ? Optional.of(ZEROSMQ)
                : Optional.empty();
    }
}
