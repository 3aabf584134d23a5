package io.zrs.input;

import io.zrs.text.JsonText;
import java.io.IOException;

/**
 * Messages that have to be JSON, made compact: blanks between tokens go, and nothing else. Strings and numbers stay as they
 * are written.
 */
public final class JsonSource implements MessageSource {
    private final MessageSource source;
    private final JsonText text = new JsonText();
    private final Octets compact = new Octets();

    /** Checks the messages of {@code source}. */
    public JsonSource(MessageSource source) {
        this.source = source;
    }

    @Override
    public boolean advance() throws IOException {
        if (!source.advance()) {
            return false;
        }
        take();
        return true;
    }

    @Override
    public void renew() {
        source.renew();
        take();
    }

    private void take() {
        int from = source.from();
        int end = from + source.length();
        if (!text.takeAll(source.bytes(), from, end)) {
            throw InputException.at(source, text.position(), "no JSON: " + text.problem());
        }
        compact.clear();
        addCompact(source.bytes(), from, end);
    }

    private void addCompact(byte[] json, int from, int end) {
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
                compact.add(json, run, at - 1 - run);
                run = at;
            }
        }
        compact.add(json, run, end - run);
    }

    @Override
    public byte[] bytes() {
        return compact.bytes();
    }

    @Override
    public int from() {
        return 0;
    }

    @Override
    public int length() {
        return compact.length();
    }

    @Override
    public long line() {
        return source.line();
    }

    @Override
    public String place() {
        return source.place();
    }
}
