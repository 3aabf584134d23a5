package io.zrs.launch.process;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Two pipes with names, for a program's output. Java's own it closes when the program ends; what its children still have to say
 * would be lost, and they would be killed by saying it.
 */
final class Fifos implements AutoCloseable {
    private final Path out;
    private final Path err;
    private final RandomAccessFile outHeld;
    private final RandomAccessFile errHeld;
    final InputStream stdout;
    final InputStream stderr;

    private Fifos(Path out, Path err) throws IOException {
        this.out = out;
        this.err = err;
        // To open one end waits for the other; to open both at once does not.
        outHeld = new RandomAccessFile(out.toFile(), "rw");
        errHeld = new RandomAccessFile(err.toFile(), "rw");
        stdout = new FileInputStream(out.toFile());
        stderr = new FileInputStream(err.toFile());
    }

    /** Makes them in a folder that is nobody else's. */
    static Fifos make(Path folder) {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        if (Shell.run(List.of("mkfifo", "-m", "600", out.toString(), err.toString())) != 0) {
            throw new ZrsException(ErrorCode.IO, "cannot make a pipe in " + folder, "see that it can be written to");
        }
        try {
            return new Fifos(out, err);
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot open a pipe in " + folder + ": " + e.getMessage(), "", e);
        }
    }

    /** Makes them the output of what is started next. */
    void connect(ProcessBuilder program) {
        program.redirectOutput(out.toFile()).redirectError(err.toFile());
    }

    /** Leaves them to the program, once it has them: they end when nobody has them open for writing any more. */
    @Override
    public void close() throws IOException {
        try (outHeld;
                errHeld) {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
