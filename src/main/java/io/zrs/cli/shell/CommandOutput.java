package io.zrs.cli.shell;

import io.zrs.cli.command.OutputClosedException;
import io.zrs.shell.ClosedOutputException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output of a command in a shell: that nobody reads any more ends it as it does outside. */
final class CommandOutput extends FilterOutputStream {
    CommandOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (ClosedOutputException e) {
            throw new OutputClosedException(e);
        }
    }
}
