package io.zrs.bag.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The disks of this machine. */
public final class LocalDisk implements Disk {
    private static final int BLOCK = 1 << 16;

    @Override
    public DiskFile create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock(channel);
        return new LocalFile(channel);
    }

    /** Until it is closed, so that nobody puts another file in its place. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException e) {
            System.getLogger("io.zrs.bag.record").log(System.Logger.Level.DEBUG, "this disk knows no locks", e);
        }
    }

    /** By a file without a name: on Unix the JDK deletes it as soon as it is open. */
    @Override
    public AutoCloseable reserve(Path directory, long bytes) throws IOException {
        Path file = directory.resolve(".zrs-reserve-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        FileChannel reserve = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            for (long written = 0; written < bytes; written += block.limit()) {
                block.clear().limit((int) Math.min(BLOCK, bytes - written));
                while (block.hasRemaining()) {
                    reserve.write(block);
                }
            }
            return reserve;
        } catch (IOException e) {
            reserve.close();
            throw e;
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        if (exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Files.move(from, to);
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
    public boolean isGone(Path file) {
        return Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public long free(Path directory) throws IOException {
        // Not by FileStore, which reads the table of mounts each time.
        long free = directory.toFile().getUsableSpace();
        return free == 0 ? Files.getFileStore(directory).getUsableSpace() : free;
    }

    /** A file by its channel. */
    private record LocalFile(FileChannel channel) implements DiskFile {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return channel.write(bytes);
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
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
