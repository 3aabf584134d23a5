package io.zrs.client;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Takes what the library logs, so that a test can look at it and the console stays quiet. */
final class RecordingLog extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("io.zrs.client");
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    RecordingLog() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord logged) {
        messages.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
