package io.zrs.input;

import io.zrs.text.JsonText;

/**
 * Messages that have to be JSON, made compact: blanks between tokens go, and nothing else. Strings and numbers stay as they
 * are written.
 */
public final class JsonSource extends MadeSource {
    private final JsonText text = new JsonText();

    /** Checks the messages of {@code source}. */
    public JsonSource(MessageSource source) {
        super(source);
    }

    @Override
    void make(MessageSource source, Octets out) {
        int from = source.from();
        int end = from + source.length();
        if (!text.takeAll(source.bytes(), from, end)) {
            throw InputException.at(source, text.position(), "no JSON: " + text.problem());
        }
        addCompact(source.bytes(), from, end, out);
    }

    private static void addCompact(byte[] json, int from, int end, Octets out) {
        boolean quoted = false;
        int run = from;
        int at = from;
        while (at < end) {
            byte b = json[at++];
            if (b == '"') {
                quoted = !quoted;
            } else if (quoted && b == '\\') {
                at++;
            } else if (!quoted && JsonText.isBlank(b)) {
                out.add(json, run, at - 1 - run);
                run = at;
            }
        }
        out.add(json, run, end - run);
    }
}
