package io.zrs.cli.topic.pub;

import io.zrs.input.EnvelopeSource;
import io.zrs.input.InputException;
import io.zrs.input.MessageSource;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.Optional;

/**
 * Messages, and what there is to know about where they come from.
 *
 * @param name what to call it in an error; empty for arguments
 * @param source the messages
 * @param envelopes the same, where each has a topic of its own
 * @param file what is read; empty for arguments
 * @param live what may keep one waiting, and can be woken; empty for anything else
 * @param size how many bytes there are; 0 if that is not known
 */
record Input(
        String name,
        MessageSource source,
        Optional<EnvelopeSource> envelopes,
        Optional<ReadInput> file,
        Optional<LiveInput> live,
        long size)
        implements AutoCloseable {

    /** Goes to the next message; as {@link MessageSource#advance}, with the name in errors. */
    boolean advance() throws IOException {
        try {
            return source.advance();
        } catch (InputException e) {
            throw named(e, "");
        }
    }

    /** As {@link MessageSource#renew}, with the name in errors. */
    void renew() {
        try {
            source.renew();
        } catch (InputException e) {
            throw named(e, "");
        }
    }

    /** The same error with the name before it. */
    ZrsException named(InputException error, String remedy) {
        String text = name.isEmpty() ? error.getMessage() : name + ", " + error.getMessage();
        return new ZrsException(error.code(), text, remedy, error);
    }

    /** How many bytes have been read. */
    long read() {
        return file.isPresent() ? file.get().count() : 0;
    }

    /** Ends a wait for more; may be called from any thread. */
    void wake() {
        live.ifPresent(LiveInput::wake);
    }

    /** A stream that waits is left alone: whoever is at its other end would have to close it. */
    @Override
    public void close() {
        if (live.isEmpty() && file.isPresent()) {
            try {
                file.get().close();
            } catch (IOException e) {
                throw ReadInput.unreadable(name, e.getMessage());
            }
        }
    }
}
