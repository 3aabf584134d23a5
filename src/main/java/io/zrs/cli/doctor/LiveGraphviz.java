package io.zrs.cli.doctor;

import io.zrs.doctor.GraphvizFacts;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program {@code dot}, which is run. */
final class LiveGraphviz {
    private static final int PATIENCE_SECONDS = 3;
    private static final String VERSION = "version ";

    private LiveGraphviz() {}

    static GraphvizFacts facts(String path) {
        Optional<Path> dot = find(path == null ? "" : path);
        if (dot.isEmpty()) {
            return new GraphvizFacts(Optional.empty(), "", "");
        }
        String program = dot.get().toString();
        try {
            String drawn = run("graph{a}", program, "-Tplain");
            String version = run("", program, "-V");
            int at = version.indexOf(VERSION);
            String number = at < 0
                    ? "unknown"
                    : version.substring(at + VERSION.length()).strip();
            String failure = drawn.startsWith("graph ")
                    ? ""
                    : drawn.strip().lines().findFirst().orElse("it says nothing");
            return new GraphvizFacts(Optional.of(program), number, failure);
        } catch (IOException e) {
            return new GraphvizFacts(Optional.of(program), "", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new GraphvizFacts(Optional.of(program), "", "interrupted");
        }
    }

    private static Optional<Path> find(String path) {
        for (String directory : path.split(File.pathSeparator)) {
            try {
                Path dot = Path.of(directory, "dot");
                if (dot.isAbsolute() && Files.isRegularFile(dot) && Files.isExecutable(dot)) {
                    return Optional.of(dot);
                }
            } catch (InvalidPathException e) {
                continue; // no directory, and so without dot
            }
        }
        return Optional.empty();
    }

    /** One that ends before it has read everything says why by itself. */
    private static void give(Process process, String in) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(in.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // and that is read next
        }
    }

    /** Little goes in and comes out: no pipe gets full. */
    private static String run(String in, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            give(process, in);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it does not end within " + PATIENCE_SECONDS + " s");
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
