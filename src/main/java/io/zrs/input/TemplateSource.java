package io.zrs.input;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Messages made of templates, which another source gives: <code>{{count}}</code>, <code>{{time}}</code>,
 * <code>{{random}}</code> and <code>{{uuid}}</code> stand for what they say, and <code>{{{{</code> for two braces. The first
 * message has count 1.
 */
public final class TemplateSource implements MessageSource {
    private final MessageSource source;
    private final TemplateReader reader;
    private final Octets message = new Octets();
    private byte[] written = {};
    private Template template;
    private long number;

    /** Fills in the templates of {@code source}; {@code clock} and {@code random} tell with what. */
    public TemplateSource(MessageSource source, InstantSource clock, RandomGenerator random) {
        this.source = source;
        reader = new TemplateReader(new TemplateWords(clock, random));
    }

    @Override
    public boolean advance() throws IOException {
        if (!source.advance()) {
            return false;
        }
        int end = source.from() + source.length();
        if (template == null || !Arrays.equals(written, 0, written.length, source.bytes(), source.from(), end)) {
            template = reader.read(source);
            written = Arrays.copyOfRange(source.bytes(), source.from(), end);
        }
        number++;
        renew();
        return true;
    }

    @Override
    public void renew() {
        message.clear();
        template.append(message, number);
    }

    @Override
    public byte[] bytes() {
        return message.bytes();
    }

    @Override
    public int from() {
        return 0;
    }

    @Override
    public int length() {
        return message.length();
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
