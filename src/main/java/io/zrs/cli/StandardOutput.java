package io.zrs.cli;

import io.zrs.cli.command.OutputClosedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard output, unbuffered. {@code System.out} would swallow every error; here a reader that has gone is told from a
 * disk that is full.
 */
final class StandardOutput extends OutputStream {
    private static final int TYPE_OF_FILE = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw leadsToReader() ? new OutputClosedException(e) : e;
        }
    }

    /** By the kind of file: the text of the error is in the user's language. */
    private static boolean leadsToReader() {
        try {
            int mode = (Integer) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & TYPE_OF_FILE;
            return mode == PIPE || mode == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
