package io.zrs.bag.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** The disks of this machine. */
public final class LocalDisk implements Disk {
    private static final System.Logger LOG = System.getLogger("io.zrs.bag.record");

    @Override
    public DiskFile create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock(channel);
        return new LocalFile(channel, file);
    }

    /** Until it is closed, so that nobody puts another file in its place. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "this disk knows no locks", e);
        }
    }

    /** On Unix the JDK deletes it as soon as it is open. */
    @Override
    public SeekableByteChannel scratch(Path directory) throws IOException {
        Path file = directory.resolve(".zrs-scratch-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        if (exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Files.move(from, to);
        forceNames(to);
    }

    /** What is in a file may be on the disk when its name is not yet. */
    private static void forceNames(Path file) {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Not every system does that to directories, and none is known that needs it and does not.
            LOG.log(System.Logger.Level.DEBUG, "cannot force the directory of " + file, e);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public long free(Path directory) throws IOException {
        // Not by FileStore, which reads the table of mounts each time.
        long free = directory.toFile().getUsableSpace();
        return free == 0 ? Files.getFileStore(directory).getUsableSpace() : free;
    }

    /** A file by its channel. */
    private static final class LocalFile implements DiskFile {
        private final FileChannel channel;
        private final Path made;
        private final Object identity;
        private volatile boolean nameForced;

        LocalFile(FileChannel channel, Path made) {
            this.channel = channel;
            this.made = made;
            identity = identity(made);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return channel.write(bytes);
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
            if (!nameForced) {
                nameForced = true;
                forceNames(made);
            }
        }

        @Override
        public boolean isAt(Path name) {
            Object found = identity(name);
            return found == null || identity == null
                    ? !Files.notExists(name, LinkOption.NOFOLLOW_LINKS)
                    : found.equals(identity);
        }

        /** On Unix its number and that of its disk; null if that cannot be found out. */
        private static Object identity(Path file) {
            try {
                return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .fileKey();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "cannot look at " + file, e);
                return null;
            }
        }

        @Override
        public void truncate(long bytes) throws IOException {
            channel.truncate(bytes);
            channel.position(bytes);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
