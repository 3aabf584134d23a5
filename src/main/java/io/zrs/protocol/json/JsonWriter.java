package io.zrs.protocol.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * JSON text, member by member. Beside Jackson's generator it has no buffers to fetch and no exception that cannot happen;
 * the escaping is Jackson's.
 */
final class JsonWriter {
    private static final int TYPICAL_CHARS = 256;

    private final StringBuilder text = new StringBuilder(TYPICAL_CHARS);
    private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();

    /** Begins the whole object, or one in a list. */
    JsonWriter begin() {
        separate();
        text.append('{');
        return this;
    }

    /** Begins a member that is an object. */
    JsonWriter begin(String name) {
        name(name).append('{');
        return this;
    }

    JsonWriter end() {
        text.append('}');
        return this;
    }

    /** Begins a member that is a list of objects. */
    JsonWriter beginList(String name) {
        name(name).append('[');
        return this;
    }

    JsonWriter endList() {
        text.append(']');
        return this;
    }

    JsonWriter field(String name, String value) {
        encoder.quoteAsString(value, name(name).append('"'));
        text.append('"');
        return this;
    }

    JsonWriter field(String name, long value) {
        name(name).append(value);
        return this;
    }

    JsonWriter field(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    JsonWriter fieldNull(String name) {
        name(name).append("null");
        return this;
    }

    /** A member whose value is JSON already. */
    JsonWriter fieldJson(String name, String json) {
        name(name).append(json);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder name(String name) {
        separate();
        return text.append('"').append(name).append("\":");
    }

    private void separate() {
        if (!text.isEmpty() && "{[".indexOf(text.charAt(text.length() - 1)) < 0) {
            text.append(',');
        }
    }
}
