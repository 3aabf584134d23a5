package io.zrs.expression;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What an expression amounts to: a JSON value, or none. Immutable. */
public sealed interface Value {
    /** The values that are words. */
    enum Constant implements Value {
        /** No value: a field that is not there, or an operation on what it is not for. */
        MISSING,
        /** JSON's {@code null}, which is a value. */
        NULL,
        /** JSON's {@code false}, or a condition that does not hold. */
        FALSE,
        /** JSON's {@code true}, or a condition that holds. */
        TRUE;

        static Constant of(boolean condition) {
            return condition ? TRUE : FALSE;
        }
    }

    /** A number. {@link Whole} 1 and {@link Decimal} 1.0 are equal to the language, not to {@link Object#equals}. */
    sealed interface Numeric extends Value {
        /** The nearest double. */
        double doubleValue();

        /** The number itself. */
        BigDecimal toBigDecimal();
    }

    /** A number that was written, or came out, as a whole one and fits a long. */
    record Whole(long value) implements Numeric {
        @Override
        public double doubleValue() {
            return value;
        }

        @Override
        public BigDecimal toBigDecimal() {
            return BigDecimal.valueOf(value);
        }
    }

    /** Any other number: 1.5, but also 1.0 and 1e3. */
    record Decimal(BigDecimal value) implements Numeric {
        @Override
        public double doubleValue() {
            return value.doubleValue();
        }

        @Override
        public BigDecimal toBigDecimal() {
            return value;
        }
    }

    /** A string. */
    record Text(String value) implements Value {}

    /**
     * An array.
     *
     * @param elements its elements, not to be changed by who made it; one that an expression lists may be {@link
     *     Constant#MISSING}
     */
    record JsonArray(List<Value> elements) implements Value {
        /** Closes the list. */
        public JsonArray {
            elements = Collections.unmodifiableList(elements);
        }
    }

    /**
     * An object.
     *
     * @param fields its fields in the payload's order, not to be changed by who made it; of equal names the last counts
     */
    record JsonObject(Map<String, Value> fields) implements Value {
        /** Closes the map. */
        public JsonObject {
            fields = Collections.unmodifiableMap(fields);
        }
    }
}
