package io.zrs.master.state;

import io.zrs.master.state.StateCodec.DamageException;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/**
 * The file that a state is kept in. Whoever reads it, or loses power at any moment, finds the last state that was written
 * whole: a new one is written beside it and takes its place in one step. Not for two masters at once.
 */
public final class StateFile {
    /** The longest file that is read or written, in bytes: more than a master's own limits let it gather. */
    static final int MAX_BYTES = 64 << 20;

    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private final Path directory;

    /** A file that need not be there, nor its directory. */
    public StateFile(Path path) {
        this.path = path.toAbsolutePath();
        this.directory = this.path.getParent();
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * The state that was written last; {@link SavedState#EMPTY} if none was. A file that is no state is moved aside, to
     * {@code NAME.damaged}, and so is not overwritten.
     *
     * @throws ZrsException {@link ErrorCode#IO} if what is there cannot be read or is no state; the remedy says what that
     *     costs
     */
    public SavedState read() {
        if (!Files.isDirectory(directory)) {
            return SavedState.EMPTY;
        }
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!file.isRegularFile()) {
                throw new DamageException("it is not a regular file");
            }
            return StateCodec.decode(bytes());
        } catch (NoSuchFileException e) {
            return SavedState.EMPTY;
        } catch (DamageException e) {
            throw unusable(e.getMessage(), e);
        } catch (IOException e) {
            throw unusable(reason(e), e);
        }
    }

    private byte[] bytes() throws IOException, DamageException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new DamageException("it is longer than 64 MiB");
            }
            return bytes;
        }
    }

    private ZrsException unusable(String reason, Exception cause) {
        return new ZrsException(
                ErrorCode.IO,
                "cannot use the state kept in " + path + ": " + reason,
                "protocol 1 nodes must connect again; " + setAside(),
                cause);
    }

    private String setAside() {
        Path aside = sibling(".damaged");
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            return "see " + aside;
        } catch (IOException e) {
            return "it cannot be moved aside: " + reason(e);
        }
    }

    private Path sibling(String suffix) {
        return directory.resolve(path.getFileName() + suffix);
    }

    /**
     * Puts this state in the place of the last one. Once it returns, the state outlives a loss of power.
     *
     * @throws ZrsException {@link ErrorCode#IO} if it cannot be written; the last one is still there
     */
    public void write(SavedState state) {
        byte[] bytes = StateCodec.encode(state);
        if (bytes.length > MAX_BYTES) {
            throw unwritable("it would be longer than 64 MiB", null);
        }
        try {
            Files.createDirectories(directory, OWN_DIRECTORY);
            Path next = sibling(".new");
            Files.deleteIfExists(next); // what a master left that was killed while it wrote
            writeThrough(next, bytes);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true); // the new name, too, is on disk only then
            }
        } catch (IOException e) {
            throw unwritable(reason(e), e);
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, anew, OWN_FILE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private ZrsException unwritable(String reason, Exception cause) {
        return new ZrsException(
                ErrorCode.IO,
                "cannot keep the state in " + path + ": " + reason,
                "protocol 1 nodes must connect again after a restart, unless --state names a directory to write in",
                cause);
    }

    /** The system's own words, without the path that is told already. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "not permitted";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "its directory is a file";
        }
        String words = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
        return words.toLowerCase(Locale.ROOT);
    }
}
