package io.zrs.cli.launch;

import io.zrs.cli.command.Context;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A file for each node, with what it prints, as it prints it; begun anew by each launch. What cannot be written is told once,
 * and ends nothing. Used by one thread.
 */
final class LogFiles implements AutoCloseable {
    private final Map<String, OutputStream> files = new HashMap<>();
    private final Path folder;
    private final Context context;
    private boolean failed;

    /**
     * Files in a folder, which is made.
     *
     * @throws ZrsException {@link ErrorCode#IO} if that cannot be
     */
    LogFiles(Path folder, Context context) {
        this.folder = folder;
        this.context = context;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot make the folder " + folder + ": " + e.getMessage(), "", e);
        }
    }

    void line(String node, byte[] line, boolean whole) {
        if (failed) {
            return;
        }
        try {
            OutputStream file = files.get(node);
            if (file == null) {
                file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(node.replace('/', '_') + ".log")));
                files.put(node, file);
            }
            file.write(line);
            if (whole) {
                file.write('\n');
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    void flush() {
        try {
            for (OutputStream file : files.values()) {
                file.flush();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        if (!failed) {
            failed = true;
            context.note("cannot write the logs in " + folder + ": " + e.getMessage() + "; the nodes go on without");
        }
    }

    @Override
    public void close() {
        try {
            for (OutputStream file : files.values()) {
                file.close();
            }
        } catch (IOException e) {
            fail(e);
        }
    }
}
