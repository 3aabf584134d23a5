package io.zrs.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.zrs.protocol.Reply;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Turns protocol 2 into text and back. */
public final class JsonCodec {
    /** The generation that these objects belong to. */
    public static final int PROTOCOL = 2;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_VERSION_CHARS = 64;

    private JsonCodec() {}

    /** {@code {"zrs":2,"version":"…"}}. */
    public static String encode(Reply.Welcome welcome) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("zrs", welcome.protocol());
            out.writeStringField("version", welcome.version());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return text.toString();
    }

    /**
     * Reads the answer to a hello.
     *
     * @return empty if it is not a zrs master's: not an object, or one without a whole number {@code zrs} from 2 up
     */
    public static Optional<Reply.Welcome> decodeWelcome(String text) {
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try (JsonParser in = JSON.createParser(text)) {
            return readWelcome(in);
        } catch (IOException e) {
            // An original master may have a topic that starts with a brace: not JSON is an answer, not an error.
            return Optional.empty();
        }
    }

    private static Optional<Reply.Welcome> readWelcome(JsonParser in) throws IOException {
        int protocol = 0;
        String version = "";
        in.nextToken();
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            if (field.equals("zrs") && value == JsonToken.VALUE_NUMBER_INT) {
                protocol = in.getIntValue();
            } else if (field.equals("version") && value == JsonToken.VALUE_STRING) {
                version = printable(in.getText());
            } else {
                in.skipChildren();
            }
        }
        if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null || protocol < PROTOCOL) {
            return Optional.empty();
        }
        return Optional.of(new Reply.Welcome(protocol, version));
    }

    /** The version is shown to people: no control characters may reach their terminal, nor a page of text. */
    private static String printable(String version) {
        StringBuilder out = new StringBuilder();
        version.codePoints()
                .limit(MAX_VERSION_CHARS)
                .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return out.toString();
    }
}
