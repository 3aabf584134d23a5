package io.zrs.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A step that runs while others do.
 *
 * @param number what it is called by: {@code %1}
 * @param text as it was typed
 * @param pipeline what runs
 * @param end its exit code, once there is one
 */
record Job(int number, String text, Pipeline pipeline, CompletableFuture<Integer> end) {
    /** How it is shown to people. */
    String line() {
        return "[" + number + "] " + (end.isDone() ? ended() : "running") + "  " + text;
    }

    private String ended() {
        int code = end.join();
        return code == 0 ? "done" : "exit code " + code;
    }

    /** Waits for its end; returns its exit code. */
    int await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a job always ends with a code", e);
        }
    }
}
