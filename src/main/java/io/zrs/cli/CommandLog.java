package io.zrs.cli;

import io.zrs.output.TerminalText;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * What libraries log in a command: warnings and errors, each as a line {@code zrs: text} on standard error. Java makes one
 * when the first is logged and not before, so that a command with nothing to tell loses no time.
 */
public final class CommandLog {
    private static final String CLASS = "java.util.logging.config.class";
    private static final String FILE = "java.util.logging.config.file";

    /** Puts its configuration in place. */
    public CommandLog() throws IOException {
        String configuration = "handlers=" + Lines.class.getName() + "\n.level=" + Level.WARNING + "\n";
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Has Java make one when it is needed, unless the user has chosen something else. */
    static void install() {
        if (System.getProperty(CLASS) == null && System.getProperty(FILE) == null) {
            System.setProperty(CLASS, CommandLog.class.getName());
        }
    }

    /** One line a record. */
    public static final class Lines extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final OutputStream err;

        /** Lines to standard error. */
        public Lines() {
            this(new FileOutputStream(FileDescriptor.err));
        }

        Lines(OutputStream err) {
            this.err = err;
        }

        @Override
        public void publish(LogRecord entry) {
            if (!isLoggable(entry)) {
                return;
            }
            try {
                err.write(line(entry).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                reportError("standard error is closed", e, ErrorManager.WRITE_FAILURE);
            }
        }

        private String line(LogRecord entry) {
            Throwable cause = entry.getThrown();
            String text = formatter.formatMessage(entry) + (cause == null ? "" : ": " + cause);
            return "zrs: " + TerminalText.line(text) + "\n";
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Standard error is everybody's.
        }
    }
}
