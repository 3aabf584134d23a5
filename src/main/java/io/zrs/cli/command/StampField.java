package io.zrs.cli.command;

import io.zrs.expression.Expression;
import io.zrs.expression.Value;
import io.zrs.expression.Value.JsonObject;
import io.zrs.expression.Value.Numeric;
import io.zrs.expression.Value.Text;
import io.zrs.expression.Value.Whole;
import io.zrs.model.Message;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Where a message says when it was sent: as a number of seconds, milliseconds, microseconds or nanoseconds since 1970,
 * told apart by magnitude; as ROS's {@code {"secs":…,"nsecs":…}} or ROS 2's {@code {"sec":…,"nanosec":…}}; or as ISO 8601
 * text, which is local time where it names no zone.
 */
public final class StampField {
    /** Where stamps are looked for if nobody says where. */
    public static final StampField USUAL =
            new StampField(List.of(Expression.parse("stamp"), Expression.parse("header.stamp")));

    private static final int NANO_DIGITS = 9;

    /** In seconds the year 5138, in nanoseconds 1973 in the third power of the factor: nobody is near any of them. */
    private static final double MOST_SECONDS = 1e11;

    private static final double STEP = 1e3;

    private final List<Expression> fields;

    private StampField(List<Expression> fields) {
        this.fields = fields;
    }

    /** Where an expression says. */
    public static StampField of(Expression field) {
        return new StampField(List.of(field));
    }

    /** When it was sent, in nanoseconds since 1970; empty if it does not say, or says 0 as what nobody has set. */
    public OptionalLong read(Message message) {
        OptionalLong stamp = OptionalLong.empty();
        for (int i = 0; i < fields.size() && stamp.isEmpty(); i++) {
            stamp = nanos(fields.get(i).evaluate(message));
        }
        return stamp;
    }

    private static OptionalLong nanos(Value value) {
        if (value instanceof Numeric number) {
            return byMagnitude(number);
        }
        if (value instanceof Text text) {
            return iso(text.value());
        }
        return value instanceof JsonObject object ? parts(object) : OptionalLong.empty();
    }

    private static OptionalLong byMagnitude(Numeric number) {
        double magnitude = number.doubleValue();
        int digits = NANO_DIGITS;
        double most = MOST_SECONDS;
        while (digits > 0 && magnitude >= most) {
            digits -= 3;
            most *= STEP;
        }
        // Numbers beyond a long's range are ruled out before they are written out.
        return magnitude > 0 && magnitude < Long.MAX_VALUE
                ? checked(number.toBigDecimal(), digits)
                : OptionalLong.empty();
    }

    private static OptionalLong checked(BigDecimal number, int digits) {
        BigDecimal nanos = number.movePointRight(digits);
        return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                ? OptionalLong.of(nanos.longValue())
                : OptionalLong.empty();
    }

    private static OptionalLong parts(JsonObject object) {
        Value seconds = object.fields().getOrDefault("secs", object.fields().get("sec"));
        Value nanos = object.fields().getOrDefault("nsecs", object.fields().get("nanosec"));
        if (seconds instanceof Whole whole && nanos instanceof Whole rest && (whole.value() | rest.value()) > 0) {
            return instant(Instant.EPOCH, whole.value(), rest.value());
        }
        return OptionalLong.empty();
    }

    private static OptionalLong iso(String text) {
        try {
            return instant(Instant.parse(text), 0, 0);
        } catch (DateTimeException e) {
            return local(text);
        }
    }

    private static OptionalLong local(String text) {
        try {
            return instant(
                    LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant(), 0, 0);
        } catch (DateTimeException e) {
            // Text that is no time is no stamp, as if there were none.
            return OptionalLong.empty();
        }
    }

    private static OptionalLong instant(Instant time, long seconds, long nanos) {
        try {
            return OptionalLong.of(Math.addExact(
                    Math.multiplyExact(Math.addExact(time.getEpochSecond(), seconds), 1_000_000_000L),
                    Math.addExact(time.getNano(), nanos)));
        } catch (ArithmeticException e) {
            // Out of 1677 to 2262.
            return OptionalLong.empty();
        }
    }

    @Override
    public String toString() {
        return fields.stream().map(Expression::toString).collect(Collectors.joining(", "));
    }
}
