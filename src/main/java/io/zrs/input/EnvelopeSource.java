package io.zrs.input;

import io.zrs.model.TopicName;
import java.io.IOException;
import java.io.InputStream;

/** A message a line, with its topic, as {@link Envelope} reads them. Empty lines are passed over. */
public final class EnvelopeSource implements MessageSource {
    private final LineSource lines;
    private final Envelope envelope = new Envelope();

    /** Reads {@code in}, whose lines have {@code longest} bytes at most. */
    public EnvelopeSource(InputStream in, int longest) {
        lines = new LineSource(in, longest);
    }

    @Override
    public boolean advance() throws IOException {
        do {
            if (!lines.advance()) {
                return false;
            }
        } while (lines.length() == 0);
        envelope.read(lines.bytes(), lines.from(), lines.from() + lines.length(), lines.line());
        return true;
    }

    /**
     * The message's topic.
     *
     * @throws InputException if there is none, or it cannot be one
     */
    public TopicName topic() {
        return envelope.topic();
    }

    @Override
    public byte[] bytes() {
        return envelope.payload();
    }

    @Override
    public int from() {
        return envelope.payloadFrom();
    }

    @Override
    public int length() {
        return envelope.payloadLength();
    }

    @Override
    public long line() {
        return lines.line();
    }
}
