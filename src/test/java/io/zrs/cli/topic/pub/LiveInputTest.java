package io.zrs.cli.topic.pub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LiveInputTest {
    @Test
    void passesEverythingOn() throws IOException {
        byte[] data = new byte[1_000_000];
        new Random(9).nextBytes(data);
        assertArrayEquals(data, new LiveInput(() -> new ByteArrayInputStream(data)).readAllBytes());
    }

    @Test
    void whoeverWaitsIsWokenAndLooksAroundMeanwhile() throws IOException {
        try (PipedOutputStream other = new PipedOutputStream();
                PipedInputStream silent = new PipedInputStream(other)) {
            LiveInput live = new LiveInput(() -> silent);
            CountDownLatch turns = new CountDownLatch(3);
            live.whileWaiting(() -> {
                turns.countDown();
                if (turns.getCount() == 0) {
                    live.wake();
                }
            });
            assertThrows(InterruptedIOException.class, live::read);
            assertEquals(0, turns.getCount());
        }
    }

    @Test
    void tellsWhatIsInTheWay() {
        LiveInput live = new LiveInput(() -> {
            throw new IOException("no such thing");
        });
        assertEquals(
                "no such thing", assertThrows(IOException.class, live::read).getMessage());
    }
}
