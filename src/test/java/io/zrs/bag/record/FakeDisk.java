package io.zrs.bag.record;

import io.zrs.bag.Bag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A disk in memory that gets full, or breaks, when a test wants it. */
final class FakeDisk implements Disk {
    private final Map<Path, FakeFile> files = new LinkedHashMap<>();
    private final List<FakeScratch> scratches = new ArrayList<>();

    /** How many bytes all files may have together, with what is reserved. */
    long capacity = Long.MAX_VALUE / 2;

    /** What every write fails with; null for none. */
    IOException failure;

    /** What happens right before a file gets another name. */
    Runnable whenRenamed = () -> {};

    /** How often something was forced. */
    int forced;

    @Override
    public DiskFile create(Path file) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (files.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        FakeFile made = new FakeFile();
        files.put(file, made);
        return made;
    }

    @Override
    public SeekableByteChannel scratch(Path directory) throws IOException {
        if (failure != null) {
            throw failure;
        }
        FakeScratch made = new FakeScratch();
        scratches.add(made);
        return made;
    }

    private static IOException full() {
        return new IOException("No space left on device");
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        whenRenamed.run();
        if (files.containsKey(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        if (!files.containsKey(from)) {
            throw new NoSuchFileException(from.toString());
        }
        files.put(to, files.remove(from));
    }

    @Override
    public void delete(Path file) throws IOException {
        if (files.remove(file) == null) {
            throw new NoSuchFileException(file.toString());
        }
    }

    @Override
    public boolean exists(Path file) {
        return files.containsKey(file);
    }

    @Override
    public long free(Path directory) {
        return capacity
                - scratched()
                - files.values().stream().mapToLong(f -> f.bytes.size()).sum();
    }

    /** How many bytes files without a name have. */
    long scratched() {
        return scratches.stream().mapToLong(f -> f.length).sum();
    }

    /** The names of all files. */
    List<String> names() {
        return files.keySet().stream().map(Path::toString).toList();
    }

    /** How many bytes a file has. */
    int size(String name) {
        return files.get(Path.of(name)).bytes.size();
    }

    /** Opens a copy of a file, in a real directory. */
    Bag open(Path directory, String name) throws IOException {
        Path copy = directory.resolve(name.replace('/', '_'));
        Files.write(copy, files.get(Path.of(name)).bytes.toByteArray());
        return Bag.open(copy);
    }

    /** A file in memory. */
    final class FakeFile implements DiskFile {
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean open = true;

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (failure != null) {
                throw failure;
            }
            int count = (int) Math.min(source.remaining(), free(null));
            if (count == 0 && source.hasRemaining()) {
                throw full();
            }
            byte[] taken = new byte[count];
            source.get(taken);
            bytes.writeBytes(taken);
            return count;
        }

        @Override
        public void force() throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (!open) {
                throw new ClosedChannelException();
            }
            forced++;
        }

        @Override
        public boolean isAt(Path name) {
            return files.get(name) == this;
        }

        @Override
        public void truncate(long length) {
            byte[] kept = Arrays.copyOf(bytes.toByteArray(), (int) Math.min(length, bytes.size()));
            bytes = new ByteArrayOutputStream();
            bytes.writeBytes(kept);
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }

    /** A file without a name, in memory. */
    final class FakeScratch implements SeekableByteChannel {
        private byte[] bytes = {};
        private int length;
        private int at;

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (failure != null) {
                throw failure;
            }
            int count = (int) Math.min(source.remaining(), free(null) + length - at);
            if (count == 0 && source.hasRemaining()) {
                throw full();
            }
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length, at + count));
            source.get(bytes, at, count);
            at += count;
            length = Math.max(length, at);
            return count;
        }

        @Override
        public int read(ByteBuffer into) {
            int count = Math.min(into.remaining(), length - at);
            into.put(bytes, at, count);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public long position() {
            return at;
        }

        @Override
        public SeekableByteChannel position(long to) {
            at = (int) to;
            return this;
        }

        @Override
        public long size() {
            return length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            length = (int) Math.min(length, size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return scratches.contains(this);
        }

        @Override
        public void close() {
            scratches.remove(this);
        }
    }
}
