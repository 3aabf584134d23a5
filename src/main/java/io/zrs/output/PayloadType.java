package io.zrs.output;

import io.zrs.model.Sample;
import io.zrs.text.JsonText;
import io.zrs.text.Utf8;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a payload is, as far as its bytes tell. Never fails, whatever they are, and looks at no more than the first
 * {@value #MAX_SHAPED_BYTES} for the shape.
 *
 * @param kind the kind
 * @param shape the fields of JSON and their kinds; empty for every other kind
 */
public record PayloadType(Kind kind, Optional<JsonShape> shape) {
    /** How far into a payload its fields are looked for, in bytes. */
    static final int MAX_SHAPED_BYTES = 64 << 10;

    private static final String TEXT_CONTROLS = "\b\t\n\f\r\u001b";
    private static final String NUMBER_BYTES = "+-.0123456789Ee \t\r\n";

    /** What kinds of payload there are. */
    public enum Kind {
        /** A number as JSON writes it, and nothing else. */
        NUMBER,
        /** UTF-8 that is nothing of the others. */
        TEXT,
        /** Any other JSON value. */
        JSON,
        /** Bytes that are no UTF-8, or have control characters in them that text has not. */
        BINARY;

        /** The word for it: {@code number}, {@code text}, {@code json} or {@code binary}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The type of a whole payload. */
    public static PayloadType of(byte[] payload) {
        return switch (JsonText.kindOf(payload)) {
            case NOT_JSON -> plain(isText(payload) ? Kind.TEXT : Kind.BINARY);
            case PLAIN, UNTIDY -> isNumber(payload) ? plain(Kind.NUMBER) : json(shape(payload));
        };
    }

    /** The type of a message of which perhaps only the beginning is there. */
    public static PayloadType of(Sample sample) {
        byte[] head = sample.head();
        if (sample.isWhole()) {
            return of(head);
        }
        if (!isText(head, false)) {
            return plain(Kind.BINARY);
        }
        JsonShapeReader reader = new JsonShapeReader(head, false);
        Optional<JsonShape> shape = reader.read();
        return shape.isPresent() && !reader.isBroken() ? json(shape) : plain(Kind.TEXT);
    }

    private static Optional<JsonShape> shape(byte[] payload) {
        boolean whole = payload.length <= MAX_SHAPED_BYTES;
        return new JsonShapeReader(whole ? payload : Arrays.copyOf(payload, MAX_SHAPED_BYTES), whole).read();
    }

    /** Whether bytes that are no JSON are text, and not binary. */
    public static boolean isText(byte[] payload) {
        return isText(payload, true);
    }

    private static PayloadType plain(Kind kind) {
        return new PayloadType(kind, Optional.empty());
    }

    private static PayloadType json(Optional<JsonShape> shape) {
        return new PayloadType(Kind.JSON, shape);
    }

    private static boolean isNumber(byte[] json) {
        for (byte b : json) {
            if (NUMBER_BYTES.indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] bytes, boolean whole) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && TEXT_CONTROLS.indexOf(b) < 0) {
                return false;
            }
        }
        return Utf8.isValid(whole ? bytes : Utf8.withoutCutEnd(bytes));
    }
}
