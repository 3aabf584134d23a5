package io.zrs.drawing.window;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The programme that a system opens files of a kind with. Asked from outside, by {@code xdg-open} and its like:
 * {@code java.awt.Desktop} would load a toolkit for that, and knows GNOME alone.
 */
public final class Viewer {
    /** What fails, fails at once; a viewer that stays in the foreground is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String system;
    private final UnaryOperator<String> environment;
    private final Duration patience;

    /** The viewer of this system; environment variables are null where they are not set. */
    public Viewer(UnaryOperator<String> environment) {
        this(System.getProperty("os.name", ""), environment, PATIENCE);
    }

    Viewer(String system, UnaryOperator<String> environment, Duration patience) {
        this.system = system;
        this.environment = environment;
        this.patience = patience;
    }

    /**
     * Opens a file. What shows it outlives this process, and no Ctrl-C here reaches it. Takes a second at most.
     *
     * @throws ZrsException if nothing is there to open it with, or that says no
     */
    public void open(Path file) {
        List<String> command = command(file.toAbsolutePath());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File(Display.isWindows(system) ? "NUL" : "/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process opener = builder.start();
            if (opener.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && opener.exitValue() != 0) {
                throw refused(opener.exitValue(), file, null);
            }
        } catch (IOException e) {
            throw refused(-1, file, e);
        } catch (InterruptedException e) {
            // It has been started; who interrupts does not want to wait for what becomes of it.
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command(Path file) {
        if (Display.isWindows(system)) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", file.toString());
        }
        String opener = opener();
        Optional<Path> found = find(opener);
        if (found.isEmpty()) {
            throw new ZrsException(
                    ErrorCode.NOT_FOUND,
                    "cannot show " + file + ": there is no " + opener + " on PATH",
                    Display.isMac(system) ? "open it yourself" : "open it yourself, or install xdg-utils");
        }
        List<String> command = new ArrayList<>();
        // A session of its own: the terminal's Ctrl-C and its end concern only what is in the terminal's.
        find("setsid").ifPresent(path -> command.add(path.toString()));
        command.add(found.get().toString());
        command.add(file.toString());
        return command;
    }

    private String opener() {
        return Display.isMac(system) ? "open" : "xdg-open";
    }

    private Optional<Path> find(String programme) {
        String path = environment.apply("PATH");
        for (String directory : (path == null ? "" : path).split(File.pathSeparator)) {
            try {
                Path file = Path.of(directory.isEmpty() ? "." : directory, programme)
                        .toAbsolutePath();
                if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            } catch (InvalidPathException e) {
                // Not a directory, then; a shell looks into the next one, too.
                continue;
            }
        }
        return Optional.empty();
    }

    private ZrsException refused(int code, Path file, IOException cause) {
        String opener = Display.isWindows(system) ? "rundll32" : opener();
        String why = switch (code) {
            case -1 -> String.valueOf(cause.getMessage());
            case 3 -> opener + " found no programme for such files";
            default -> opener + " ended with " + code;
        };
        return new ZrsException(ErrorCode.IO, "cannot show " + file + ": " + why, "open it yourself", cause);
    }
}
