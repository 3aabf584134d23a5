package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.screen.Screen;
import io.zrs.testing.FakeScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class QuietScreenTest {
    private final List<String> told = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            told.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private Logger logger() {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        return logger;
    }

    @Test
    void whatIsLoggedIsToldBehindTheScreen() {
        Logger logger = logger();
        Screen screen = new QuietScreen(new FakeScreen(24, 80, 0, time -> told.add("never")), new HeldLog(logger));
        logger.warning("one");
        logger.severe("two");
        assertEquals(List.of(), told);
        screen.close();
        assertEquals(List.of("one", "two"), told);
        logger.warning("three");
        assertEquals(List.of("one", "two", "three"), told);
        screen.close();
        assertEquals(List.of(handler), List.of(logger.getHandlers()));
        assertEquals(3, told.size());
    }

    @Test
    void ofTooManyTheLastAreKept() {
        Logger logger = logger();
        HeldLog held = new HeldLog(logger);
        for (int i = 0; i < 250; i++) {
            logger.warning("line " + i);
        }
        assertEquals(List.of(), told);
        held.close();
        assertEquals(100, told.size());
        assertEquals("line 249", told.get(99));
    }
}
