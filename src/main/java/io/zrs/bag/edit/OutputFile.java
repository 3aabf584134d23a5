package io.zrs.bag.edit;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that is there when it is whole, and not before: it is written under another name beside its own, and renamed by {@link
 * #commit}. What is closed without that is gone. For one thread.
 */
public final class OutputFile implements AutoCloseable {
    private static final String ENDING = ".part";
    private static final Path STDOUT = Path.of("-");

    private final Path target;
    private final Path written;
    private final boolean replacing;
    private final WritableByteChannel channel;
    private boolean done;
    private boolean closed;

    private OutputFile(Path target, Path written, boolean replacing, WritableByteChannel channel) {
        this.target = target;
        this.written = written;
        this.replacing = replacing;
        this.channel = channel;
    }

    /**
     * Begins a file.
     *
     * @param replace whether it may take the place of one that is there
     * @param inputs which files it must not be, whatever they are called
     * @throws ZrsException {@link ErrorCode#INVALID} if it must not be; {@link ErrorCode#IO} if it cannot be
     */
    public static OutputFile create(Path target, boolean replace, List<Path> inputs) {
        try {
            for (Path input : inputs) {
                if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
                    throw new ZrsException(
                            ErrorCode.INVALID, target + " is to be read and written at once", "name another file");
                }
            }
            if (Files.isDirectory(target)) {
                throw new ZrsException(ErrorCode.INVALID, target + " is a directory", "name a file in it");
            }
            return open(target, replace);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static OutputFile open(Path target, boolean replace) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A device or a pipe: nothing takes its place.
            return new OutputFile(target, null, false, FileChannel.open(target, StandardOpenOption.WRITE));
        }
        if (Files.exists(target) && !replace) {
            throw exists(target);
        }
        Path real = Files.exists(target) ? target.toRealPath() : target;
        Leftovers.remove(real, ENDING);
        Path written = real.resolveSibling(
                real.getFileName() + "." + ProcessHandle.current().pid() + ENDING);
        FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        Leftovers.claim(channel);
        return new OutputFile(real, written, replace, channel);
    }

    /** Writes to a stream, which stays open. */
    public static OutputFile to(OutputStream out) {
        return new OutputFile(STDOUT, null, false, Channels.newChannel(out));
    }

    /** What is written; to close it has no effect. */
    public WritableByteChannel channel() {
        return new Content();
    }

    /** The file under whichever name; errors are told in its own. */
    private final class Content implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) throws IOException {
            try {
                return channel.write(source);
            } catch (IOException e) {
                // Whoever has standard output knows what to say of it, and that nobody reads a pipe any more is no
                // error.
                boolean unread = written == null && "Broken pipe".equals(e.getMessage());
                if (unread || target.equals(STDOUT)) {
                    throw e;
                }
                throw unwritable(target, e);
            }
        }

        @Override
        public boolean isOpen() {
            return !closed;
        }

        @Override
        public void close() {
            // The file is finished by its owner alone, and only if all went well.
        }
    }

    /**
     * Gives the file its name; it has to be written to its end.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if there is one of that name by now; {@link ErrorCode#IO} if the disk cannot
     */
    public void commit() {
        if (written != null) {
            try {
                rename();
            } catch (FileAlreadyExistsException e) {
                throw exists(target);
            } catch (IOException e) {
                throw unwritable(target, e);
            }
        }
        done = true;
    }

    private void rename() throws IOException {
        if (replacing) {
            // The old file must not go before the new one is on the disk.
            ((FileChannel) channel).force(false);
            channel.close();
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            channel.close();
            Files.move(written, target);
        }
    }

    /** Removes what was written unless it was {@linkplain #commit committed}. Again has no effect. */
    @Override
    public void close() throws IOException {
        if (!closed && written != null) {
            closed = true;
            channel.close();
            if (!done) {
                Files.deleteIfExists(written);
            }
        }
    }

    private static ZrsException exists(Path target) {
        return new ZrsException(
                ErrorCode.INVALID, target + " is there already", "name another file, or give --force to replace it");
    }

    private static ZrsException unwritable(Path target, IOException error) {
        String reason = error instanceof NoSuchFileException
                ? "there is no such directory"
                : error instanceof FileSystemException file && file.getReason() != null
                        ? file.getReason()
                        : String.valueOf(error.getMessage());
        return new ZrsException(
                ErrorCode.IO,
                "cannot write " + target + ": " + reason,
                "see where it goes, and what room there is",
                error);
    }
}
