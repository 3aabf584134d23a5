package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class CommandLogTest {
    @Test
    void makesOneHarmlessLineOfARecord() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLog.Lines lines = new CommandLog.Lines(err);
        lines.publish(new LogRecord(Level.WARNING, "cannot rejoin /a\u001b[2J"));
        LogRecord failure = new LogRecord(Level.SEVERE, "the listener failed");
        failure.setThrown(new IllegalStateException("no\nreason"));
        lines.publish(failure);
        assertEquals(
                "zrs: cannot rejoin /a\\x1b[2J\n"
                        + "zrs: the listener failed: java.lang.IllegalStateException: no\\nreason\n",
                err.toString(StandardCharsets.UTF_8));
    }
}
