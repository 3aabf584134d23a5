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
public final class TemplateSource extends MadeSource {
    private final TemplateReader reader;
    private byte[] written = {};
    private Template template;
    private long number;

    /** Fills in the templates of {@code source}; {@code clock} and {@code random} tell with what. */
    public TemplateSource(MessageSource source, InstantSource clock, RandomGenerator random) {
        super(source);
        reader = new TemplateReader(new TemplateWords(clock, random));
    }

    @Override
    public boolean advance() throws IOException {
        number++;
        return super.advance();
    }

    @Override
    void make(MessageSource source, Octets out) {
        int end = source.from() + source.length();
        if (template == null || !Arrays.equals(written, 0, written.length, source.bytes(), source.from(), end)) {
            template = reader.read(source);
            written = Arrays.copyOfRange(source.bytes(), source.from(), end);
        }
        template.append(out, number);
    }
}
