package io.zrs.input;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages that are there already; once, or over and over. */
public final class ListSource implements MessageSource {
    private final byte[][] messages;
    private final boolean endless;
    private int next;
    private byte[] current = {};

    /** The UTF-8 of {@code messages}; {@code endless} begins again after the last. */
    public ListSource(List<String> messages, boolean endless) {
        this.messages = new byte[messages.size()][];
        for (int i = 0; i < this.messages.length; i++) {
            this.messages[i] = messages.get(i).getBytes(StandardCharsets.UTF_8);
        }
        this.endless = endless;
    }

    @Override
    public boolean advance() {
        if (next == messages.length && endless) {
            next = 0;
        }
        if (next == messages.length) {
            return false;
        }
        current = messages[next++];
        return true;
    }

    @Override
    public byte[] bytes() {
        return current;
    }

    @Override
    public int from() {
        return 0;
    }

    @Override
    public int length() {
        return current.length;
    }

    @Override
    public long line() {
        return 1;
    }

    @Override
    public String place() {
        return "message " + next + ", ";
    }
}
