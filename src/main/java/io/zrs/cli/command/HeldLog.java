package io.zrs.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.MemoryHandler;

/** What libraries log is kept from when it is made until it is closed, and goes where it would have gone then. */
final class HeldLog implements AutoCloseable {
    private static final int MOST = 100;

    private final Logger logger;
    private final List<Handler> handlers;
    private final List<MemoryHandler> kept = new ArrayList<>();

    /** Holds what comes to this logger, and of that the last {@value #MOST} records. */
    HeldLog(Logger logger) {
        this.logger = logger;
        handlers = List.of(logger.getHandlers());
        for (Handler handler : handlers) {
            // It pushes when it is told to, whatever the level of what comes.
            MemoryHandler memory = new MemoryHandler(handler, MOST, Level.OFF);
            kept.add(memory);
            logger.addHandler(memory);
            logger.removeHandler(handler);
        }
    }

    /** Again has no effect. */
    @Override
    public synchronized void close() {
        for (MemoryHandler memory : kept) {
            logger.removeHandler(memory);
            memory.push();
        }
        if (!kept.isEmpty()) {
            handlers.forEach(logger::addHandler);
        }
        kept.clear();
    }
}
