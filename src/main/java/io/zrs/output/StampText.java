package io.zrs.output;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When a message came, as text; for times from 1970 on. */
public final class StampText {
    private static final int NANOS_OF_MICRO = 1000;

    private StampText() {}

    /** Adds seconds since 1970 with six decimals. */
    public static void seconds(ByteText out, Instant time) {
        out.number(time.getEpochSecond(), 1).add('.').number(time.getNano() / NANOS_OF_MICRO, 6);
    }

    /** Adds nanoseconds since 1970. */
    public static void nanos(ByteText out, Instant time) {
        out.number(time.getEpochSecond(), 1).number(time.getNano(), 9);
    }

    /** Adds the UTC date and time to the microsecond as ISO 8601 has it: {@code 2026-03-01T12:34:56.789012Z}. */
    public static void iso(ByteText out, Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        out.number(utc.getYear(), 4).add('-').number(utc.getMonthValue(), 2).add('-');
        out.number(utc.getDayOfMonth(), 2).add('T').number(utc.getHour(), 2).add(':');
        out.number(utc.getMinute(), 2).add(':').number(utc.getSecond(), 2).add('.');
        out.number(utc.getNano() / NANOS_OF_MICRO, 6).add('Z');
    }
}
