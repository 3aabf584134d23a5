package io.zrs.cli.shell;

import io.zrs.shell.Voice;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What libraries log while somebody types comes above the line. */
final class ShellLog extends Handler implements AutoCloseable {
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Logger logger;
    private final List<Handler> before;
    private final Voice voice;

    private ShellLog(Logger logger, Voice voice) {
        this.logger = logger;
        this.voice = voice;
        before = List.of(logger.getHandlers());
    }

    /** Takes the place of what is there, until it is closed. */
    static ShellLog install(Logger logger, Voice voice) {
        ShellLog log = new ShellLog(logger, voice);
        log.before.forEach(logger::removeHandler);
        logger.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            Throwable cause = entry.getThrown();
            voice.note(formatter.formatMessage(entry) + (cause == null ? "" : ": " + cause));
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        before.forEach(logger::addHandler);
    }
}
