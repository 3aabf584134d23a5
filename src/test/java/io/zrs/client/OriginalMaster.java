package io.zrs.client;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The imitation of an original ZeROSMQ master, {@code src/test/python/original_master.py}, in a process of its own. */
final class OriginalMaster implements AutoCloseable {
    private static final String PYTHON = "/usr/bin/python3";

    private final Process process;
    private final MasterAddress address;

    /** Starts it; skips the test where Python or its zmq module is missing, unless {@code ZRS_REQUIRE_ALL=1}. */
    OriginalMaster() {
        this(0);
    }

    /** As {@link #OriginalMaster()}, on this port. */
    OriginalMaster(int port) {
        requirePython();
        process = run(
                PYTHON, Path.of("src", "test", "python", "original_master.py").toString(), Integer.toString(port));
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            address = new MasterAddress("127.0.0.1", Integer.parseInt(out.readLine()));
        } catch (IOException e) {
            throw new IllegalStateException("the imitation did not tell its port", e);
        }
    }

    private static void requirePython() {
        Process probe = run(PYTHON, "-c", "import zmq");
        int exit;
        try {
            exit = probe.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a test began", e);
        }
        if (exit != 0 && required()) {
            fail(PYTHON + " has no module zmq, and ZRS_REQUIRE_ALL=1 asks for it");
        }
        assumeTrue(exit == 0, PYTHON + " has no module zmq");
    }

    private static boolean required() {
        return "1".equals(System.getProperty("ZRS_REQUIRE_ALL", System.getenv("ZRS_REQUIRE_ALL")));
    }

    private static Process run(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            if (required()) {
                return fail(PYTHON + " is missing, and ZRS_REQUIRE_ALL=1 asks for it", e);
            }
            assumeTrue(false, PYTHON + " is missing: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    MasterAddress address() {
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a test cleaned up", e);
        }
    }
}
