package io.zrs.graph.layout;

import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Graphviz's own {@code dot}, run directly, without a shell, and for so long only. */
public final class DotEngine implements GraphvizEngine {
    /** How long {@code dot} may take unless something else is said. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path program;
    private final Duration patience;

    /** With this program. */
    public DotEngine(Path program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /**
     * With the program of the user's path.
     *
     * @param path directories, as {@code PATH} has them; may be null
     * @return empty where none of them has it
     */
    public static Optional<DotEngine> onPath(String path) {
        if (path == null) {
            return Optional.empty();
        }
        String name = File.separatorChar == '\\' ? "dot.exe" : "dot";
        for (String directory : path.split(File.pathSeparator)) {
            try {
                Path candidate = Path.of(directory, name);
                if (Path.of(directory).isAbsolute()
                        && Files.isRegularFile(candidate)
                        && Files.isExecutable(candidate)) {
                    return Optional.of(new DotEngine(candidate, PATIENCE));
                }
            } catch (InvalidPathException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    @Override
    public void init(Consumer<GraphvizEngine> onOk, Consumer<GraphvizEngine> onError) {
        onOk.accept(this);
    }

    /**
     * Places a graph.
     *
     * @throws ZrsException {@link ErrorCode#TIMEOUT} if it takes too long, {@link ErrorCode#IO} if it fails, {@link
     *     ErrorCode#CLOSED} if the thread is interrupted, {@link ErrorCode#INVALID} for another format than plain
     */
    @Override
    public EngineResult execute(String source, Options options, Rasterizer rasterizer) {
        if (options.format != Format.PLAIN) {
            throw new ZrsException(ErrorCode.INVALID, "dot is asked for the plain format alone");
        }
        Process process;
        try {
            process = new ProcessBuilder(program.toString(), "-Tplain").start();
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot run " + program + ": " + e.getMessage(), "", e);
        }
        try {
            return EngineResult.fromString(talk(process, source));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ZrsException(ErrorCode.CLOSED, program + " was interrupted", "", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private String talk(Process process, String source) throws InterruptedException {
        FutureTask<byte[]> errors = begin(() -> process.getErrorStream().readAllBytes());
        FutureTask<byte[]> result = begin(() -> process.getInputStream().readAllBytes());
        begin(() -> {
            // A dot that ends before it has read everything says why by itself.
            try (OutputStream in = process.getOutputStream()) {
                in.write(source.getBytes(StandardCharsets.UTF_8));
            }
            return new byte[0];
        });
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ZrsException(
                    ErrorCode.TIMEOUT, program + " did not draw the graph within " + patience.toSeconds() + " s");
        }
        try {
            String complaint = firstLine(errors.get());
            if (process.exitValue() != 0) {
                throw new ZrsException(
                        ErrorCode.IO,
                        program + " failed with status " + process.exitValue()
                                + (complaint.isEmpty() ? "" : ": " + complaint));
            }
            return new String(result.get(), StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            throw new ZrsException(ErrorCode.IO, "cannot read from " + program + ": " + e.getMessage(), "", e);
        }
    }

    private static FutureTask<byte[]> begin(Callable<byte[]> work) {
        FutureTask<byte[]> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "dot");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static String firstLine(byte[] text) {
        String all = new String(text, StandardCharsets.UTF_8).strip();
        int end = all.indexOf('\n');
        return (end < 0 ? all : all.substring(0, end)).strip();
    }

    @Override
    public void close() {
        // Each execution ends its own process.
    }
}
