package io.zrs.output;

import io.zrs.model.Message;
import io.zrs.text.JsonText;
import io.zrs.text.Utf8;
import java.time.Instant;
import java.util.Base64;

/**
 * One message as one line of JSON: {@code {"topic":…,"stamp":…,"data":…}}. {@code data} is for those who work with the
 * value, and with what may follow it the line holds the payload to the byte:
 *
 * <ul>
 *   <li>a payload that is JSON stands there as it came, digit for digit; one that is a JSON string is followed by
 *       {@code "encoding":"json"}, or it would look like text;
 *   <li>JSON that does not fit on a line as it came stands there tidied up, followed by {@code "text"}, a string with
 *       the exact payload;
 *   <li>any other UTF-8 is a string;
 *   <li>other bytes are a string of Base64, followed by {@code "encoding":"base64"}.
 * </ul>
 *
 * <p>So the payload is {@code text} if that is there; else the bytes that Base64 {@code data} stands for; else
 * {@code data} as it is written if it is no string or its encoding is {@code json}; else that string.
 */
public final class Envelope {
    private Envelope() {}

    /**
     * Adds the line, with its line end.
     *
     * @param stamp when the message came: in the line it is seconds since 1970 with six decimals
     */
    public static void append(ByteText out, Message message, Instant stamp) {
        appendObject(out, message, stamp);
        out.add('\n');
    }

    /** As {@link #append}, without the line end. */
    public static void appendObject(ByteText out, Message message, Instant stamp) {
        JsonLine line =
                new JsonLine(out).field("topic", message.topic().value()).stamp(stamp);
        payload(line, message.payload());
        out.add('}');
    }

    /** Adds the fields that hold a payload: {@code data}, and what may follow it. */
    public static void payload(JsonLine line, byte[] payload) {
        switch (JsonText.kindOf(payload)) {
            case PLAIN -> {
                line.name("data").add(payload);
                if (payload[0] == '"') {
                    line.field("encoding", "json");
                }
            }
            case UNTIDY -> {
                JsonString.tidy(line.name("data"), payload);
                JsonString.append(line.name("text"), payload);
            }
            case NOT_JSON -> {
                if (Utf8.isValid(payload)) {
                    JsonString.append(line.name("data"), payload);
                } else {
                    line.field("data", Base64.getEncoder().encodeToString(payload))
                            .field("encoding", "base64");
                }
            }
            default -> throw new AssertionError(payload.length);
        }
    }
}
