package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SendWindowTest {
    private final SendWindow window = new SendWindow(3_200);

    private boolean send(int length, long messages) {
        assertTrue(window.fits(length));
        return window.add(length, messages);
    }

    @Test
    void wantsAConfirmationAtTheHalf() {
        for (int i = 1; i <= 15; i++) {
            assertFalse(send(100, i));
        }
        assertTrue(send(100, 16));
        assertFalse(send(100, 17), "once");
        assertTrue(window.isWanted());
        window.confirm(2, 17);
        assertFalse(window.isWanted());
        assertEquals(1_500, window.unconfirmed());
        window.confirm(17, 17);
        assertEquals(0, window.unconfirmed());
    }

    @Test
    void takesOneLongerMessageWhenItIsEmpty() {
        assertTrue(send(1_000_000, 1));
        assertFalse(window.fits(1));
        window.confirm(0, 1);
        assertFalse(window.fits(1));
        assertTrue(window.isWanted());
        window.confirm(1, 1);
        assertTrue(window.fits(1_000_000));
    }

    @Test
    void countsWhatALossTookAsGone() {
        for (int i = 1; i <= 32; i++) {
            send(100, i);
        }
        assertFalse(window.fits(1));
        window.lose(10, 32);
        assertTrue(window.fits(3_200));
        assertFalse(window.isWanted());
        send(1_000, 33);
        window.confirm(10, 33);
        assertEquals(1_000, window.unconfirmed());
        window.confirm(11, 33);
        assertEquals(0, window.unconfirmed());
        send(1_000, 34);
        window.confirm(34, 34);
        send(1_000, 35);
        window.confirm(34, 35);
        assertEquals(1_000, window.unconfirmed(), "all had come after all: nothing is gone");
    }

    @Test
    void wantsOneWhereAFrameDoesNotFit() {
        send(1_000, 1);
        assertFalse(window.isWanted());
        assertTrue(window.want());
        assertFalse(window.want());
        assertTrue(window.isWanted());
        window.confirm(0, 1);
        assertFalse(window.isWanted(), "whoever waits looks again");
    }

    /** Against a plain list: never less than is unconfirmed, and not much more. */
    @Test
    void staysCloseToWhatIsUnconfirmed() {
        Random random = new Random(11);
        Deque<Integer> unconfirmed = new ArrayDeque<>();
        long exact = 0;
        long sent = 0;
        long received = 0;
        for (int round = 0; round < 200_000; round++) {
            int length = 1 + random.nextInt(random.nextInt(50) == 0 ? 5_000 : 90);
            if (window.fits(length)) {
                assertTrue(exact == 0 || exact + length <= 3_200);
                window.add(length, ++sent);
                unconfirmed.add(length);
                exact += length;
            } else {
                int more = 1 + random.nextInt(unconfirmed.size());
                for (int i = 0; i < more; i++) {
                    exact -= unconfirmed.remove();
                    received++;
                }
                window.confirm(received, sent);
            }
            assertTrue(window.unconfirmed() >= exact, "never too little");
            assertTrue(window.unconfirmed() <= exact + 5_000 + 100, "one checkpoint's worth at most");
        }
        assertTrue(received > 100_000);
    }
}
