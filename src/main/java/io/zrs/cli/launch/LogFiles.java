package io.zrs.cli.launch;

import io.zrs.cli.command.Context;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A file for each node, with what it prints, as it prints it; begun anew by each launch. What cannot be written is told once,
 * and ends nothing. Used by one thread.
 */
final class LogFiles implements AutoCloseable {
    private final Map<String, OutputStream> files = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Path folder;
    private final Context context;
    private boolean failed;

    /**
     * Files in a folder, which is made, for these nodes.
     *
     * @throws ZrsException {@link ErrorCode#IO} if that cannot be
     */
    LogFiles(Path folder, Context context, Collection<String> nodes) {
        this.folder = folder;
        this.context = context;
        name(nodes);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot make the folder " + folder + ": " + e.getMessage(), "", e);
        }
    }

    /** A slash becomes {@code _}; where another node has that name already, a number follows. */
    private void name(Collection<String> nodes) {
        Set<String> taken = new HashSet<>(nodes);
        for (String node : nodes) {
            String name = node;
            if (node.indexOf('/') >= 0) {
                String wanted = node.replace('/', '_');
                name = wanted;
                for (int number = 2; !taken.add(name); number++) {
                    name = wanted + "-" + number;
                }
            }
            names.put(node, name + ".log");
        }
    }

    void line(String node, byte[] line, boolean whole) {
        if (failed) {
            return;
        }
        try {
            OutputStream file = files.get(node);
            if (file == null) {
                file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(names.get(node))));
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
