package io.zrs.input;

import java.io.IOException;

/** Messages that are each made of one of another source, and stand where that stood. */
abstract class MadeSource implements MessageSource {
    private final MessageSource source;
    private final Octets message = new Octets();

    MadeSource(MessageSource source) {
        this.source = source;
    }

    /**
     * Adds to {@code out} what is made of the message that {@code from} is at; may be called again for the same one.
     *
     * @throws InputException if nothing can be made of it
     */
    abstract void make(MessageSource from, Octets out);

    @Override
    public boolean advance() throws IOException {
        if (!source.advance()) {
            return false;
        }
        remake();
        return true;
    }

    @Override
    public final void renew() {
        source.renew();
        remake();
    }

    private void remake() {
        message.clear();
        make(source, message);
    }

    @Override
    public final byte[] bytes() {
        return message.bytes();
    }

    @Override
    public final int from() {
        return 0;
    }

    @Override
    public final int length() {
        return message.length();
    }

    @Override
    public final long line() {
        return source.line();
    }

    @Override
    public final String place() {
        return source.place();
    }
}
