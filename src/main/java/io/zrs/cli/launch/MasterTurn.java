package io.zrs.cli.launch;

import io.zrs.client.MasterAddress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whose turn it is to start a master at a port, among one user's launches on this machine: of two that begin at the same
 * moment, the second finds the master of the first. Held from before one looks for a master until one's own listens. The system
 * ends it with the process. Where there is no place for the file, everybody has it.
 */
final class MasterTurn implements AutoCloseable {
    private final Optional<FileChannel> file;

    /** Nobody's turn, for a launch that starts no master. */
    MasterTurn() {
        file = Optional.empty();
    }

    private MasterTurn(Optional<FileChannel> file) {
        this.file = file;
    }

    /** Takes the turn; empty while another launch has it. */
    static Optional<MasterTurn> take(MasterAddress master, UnaryOperator<String> environment) {
        Optional<FileChannel> opened = folder(environment).flatMap(folder -> open(folder, master.port()));
        if (opened.isEmpty()) {
            return Optional.of(new MasterTurn());
        }
        MasterTurn turn = new MasterTurn(opened);
        try {
            if (opened.get().tryLock() != null) {
                return Optional.of(turn);
            }
        } catch (OverlappingFileLockException e) {
            // This process has it.
            turn.close();
            return Optional.empty();
        } catch (IOException e) {
            // A file system without locks: as without a place.
            return Optional.of(turn);
        }
        turn.close();
        return Optional.empty();
    }

    /** Where the user's files of this session are, else those that may be lost. */
    private static Optional<Path> folder(UnaryOperator<String> environment) {
        try {
            String session = environment.apply("XDG_RUNTIME_DIR");
            String cache = environment.apply("XDG_CACHE_HOME");
            String home = environment.apply("HOME");
            if (isSet(session)) {
                return Optional.of(Path.of(session, "zrs"));
            }
            if (isSet(cache)) {
                return Optional.of(Path.of(cache, "zrs"));
            }
            return isSet(home) ? Optional.of(Path.of(home, ".cache", "zrs")) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isSet(String value) {
        return value != null && !value.isEmpty();
    }

    private static Optional<FileChannel> open(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            return Optional.of(FileChannel.open(
                    folder.resolve("launch-" + port + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Lets the next one have it; again has no effect. */
    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            // Only what is written can fail, and nothing is.
            return;
        }
    }
}
