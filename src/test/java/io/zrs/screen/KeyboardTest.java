package io.zrs.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    /** A terminal at which so much is typed. */
    private static final class Typed extends InputStream {
        private final int all;
        private int taken;
        private boolean waited;

        Typed(int all) {
            this.all = all;
        }

        @Override
        public synchronized int available() {
            return all - taken;
        }

        @Override
        public synchronized int read() {
            waited |= taken == all;
            return taken == all ? -1 : 'a' + taken++ % 26;
        }

        @Override
        public synchronized int read(byte[] bytes, int from, int count) {
            waited |= taken == all;
            int given = Math.min(Math.min(100, count), all - taken);
            for (int i = 0; i < given; i++) {
                bytes[from + i] = (byte) read();
            }
            return given == 0 ? -1 : given;
        }

        synchronized int taken() {
            return taken;
        }

        synchronized boolean waited() {
            return waited;
        }
    }

    private static void take(Keyboard keyboard, int from, int to) throws InterruptedException {
        for (int i = from; i < to; i++) {
            assertEquals(Optional.of(Key.of('a' + i % 26)), keyboard.next(LONG));
        }
    }

    @Test
    void neverWaitsInTheSystem() throws InterruptedException {
        Typed typed = new Typed(250);
        try (Keyboard keyboard = new Keyboard(typed)) {
            keyboard.start();
            take(keyboard, 0, 250);
            assertEquals(Optional.empty(), keyboard.next(Duration.ofMillis(60)));
            keyboard.resized();
            assertEquals(Optional.of(Key.of(Key.Name.RESIZE)), keyboard.next(LONG));
            assertFalse(typed.waited());
        }
    }

    @Test
    void takesNoMoreThanThereIsRoomFor() throws InterruptedException {
        Typed typed = new Typed(100_000);
        try (Keyboard keyboard = new Keyboard(typed)) {
            keyboard.start();
            take(keyboard, 0, 3000);
            assertTrue(typed.taken() <= 3000 + Keyboard.ROOM + 200, () -> typed.taken() + " were taken");
            take(keyboard, 3000, 50_000);
        }
    }

    @Test
    void isNotFullForASizeThatIsNew() throws InterruptedException {
        Typed typed = new Typed(100_000);
        try (Keyboard keyboard = new Keyboard(typed)) {
            for (int i = 0; i < 2 * Keyboard.ROOM; i++) {
                keyboard.resized();
            }
            assertEquals(Optional.of(Key.of(Key.Name.RESIZE)), keyboard.next(LONG));
        }
    }
}
