package io.zrs.cli.topic.pub;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Counts what is read, and names what cannot be. */
final class ReadInput extends FilterInputStream {
    private final String name;
    private long count;

    ReadInput(InputStream in, String name) {
        super(in);
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int some = in.read(target, offset, length);
            count += Math.max(some, 0);
            return some;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(name, e.getMessage());
        }
    }

    /** How many bytes were read. */
    long count() {
        return count;
    }

    static ZrsException unreadable(String name, String reason) {
        return new ZrsException(
                ErrorCode.IO, "cannot read " + name + ": " + reason, "give a file or pipe that can be read");
    }
}
