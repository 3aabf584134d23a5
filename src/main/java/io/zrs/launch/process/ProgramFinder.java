package io.zrs.launch.process;

import io.zrs.launch.file.NodePlan;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds a node's program before it is started, to complain with the place in the file and not with a shell's words. */
public final class ProgramFinder {
    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";

    private final String path;

    /** Looks where the environment of this process says: {@code path} is its PATH, or null. */
    public ProgramFinder(String path) {
        this.path = path == null ? DEFAULT_PATH : path;
    }

    /**
     * Complains if the node's folder is not there, or its program cannot be run.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND}, with the node's place
     */
    public void check(NodePlan node) {
        if (!Files.isDirectory(node.folder())) {
            throw error(node, "there is no folder " + node.folder(), "see its cwd");
        }
        String program = node.command().get(0);
        if (program.indexOf('/') >= 0) {
            checkFile(node, program);
        } else if (!isOnPath(node, program)) {
            throw error(
                    node, "there is no program '" + program + "' on PATH", "see its run, or write a path as ./NAME");
        }
    }

    private static void checkFile(NodePlan node, String program) {
        Path file = resolve(node, program).orElseThrow(() -> error(node, "'" + program + "' is no file's name", ""));
        if (!Files.exists(file)) {
            throw error(node, "there is no file " + file, "see its run");
        }
        if (Files.isDirectory(file) || !Files.isExecutable(file)) {
            throw error(node, file + " cannot be executed", "try chmod +x, or name what runs it, such as python3");
        }
    }

    private boolean isOnPath(NodePlan node, String program) {
        String searched =
                node.environment().getOrDefault("PATH", Optional.of(path)).orElse(DEFAULT_PATH);
        for (String folder : searched.split(File.pathSeparator)) {
            Optional<Path> file = resolve(node, folder.isEmpty() ? "." : folder).flatMap(at -> resolve(at, program));
            if (file.isPresent() && Files.isRegularFile(file.get()) && Files.isExecutable(file.get())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Path> resolve(NodePlan node, String name) {
        return resolve(node.folder(), name);
    }

    private static Optional<Path> resolve(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static ZrsException error(NodePlan node, String what, String remedy) {
        return new ZrsException(
                ErrorCode.NOT_FOUND, node.place() + ": cannot start " + node.name() + ": " + what, remedy);
    }
}
