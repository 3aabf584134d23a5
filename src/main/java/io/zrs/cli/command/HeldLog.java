package io.zrs.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.MemoryHandler;

/** What libraries log is kept from when it is made until it is closed, and goes where it would have gone then. */
final class HeldLog implements AutoCloseable {
    private static final int MOST = 100;

    private final Logger logger;
    private final List<Handler> handlers;
    private final List<Kept> kept = new ArrayList<>();

    /** Holds what comes to this logger, and of that the last {@value #MOST} records. */
    HeldLog(Logger logger) {
        this.logger = logger;
        handlers = List.of(logger.getHandlers());
        for (Handler handler : handlers) {
            Kept memory = new Kept(handler);
            kept.add(memory);
            logger.addHandler(memory);
            logger.removeHandler(handler);
        }
    }

    /** Whether there is anything to tell. */
    synchronized boolean isEmpty() {
        for (Kept memory : kept) {
            if (memory.waiting > 0) {
                return false;
            }
        }
        return true;
    }

    /** Has what was kept go where it would have gone. */
    synchronized void tell() {
        kept.forEach(Kept::push);
    }

    /** Again has no effect. */
    @Override
    public synchronized void close() {
        for (Kept memory : kept) {
            logger.removeHandler(memory);
            memory.push();
        }
        if (!kept.isEmpty()) {
            handlers.forEach(logger::addHandler);
        }
        kept.clear();
    }

    /** It pushes when it is told to, whatever the level of what comes. */
    private static final class Kept extends MemoryHandler {
        private int waiting;

        Kept(Handler target) {
            super(target, MOST, Level.OFF);
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            waiting++;
        }

        @Override
        public synchronized void push() {
            super.push();
            waiting = 0;
        }
    }
}
