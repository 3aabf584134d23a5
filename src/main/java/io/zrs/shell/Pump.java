package io.zrs.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Carries what a program writes to a stream, on a thread of its own. */
final class Pump {
    private static final int PIECE = 8192;

    private final Thread thread;

    Pump(InputStream from, OutputStream to) {
        thread = new Thread(() -> carry(from, to), "zrs-shell-pump");
        thread.setDaemon(true);
        thread.start();
    }

    private static void carry(InputStream from, OutputStream to) {
        byte[] piece = new byte[PIECE];
        try {
            int count = from.read(piece);
            while (count >= 0) {
                to.write(piece, 0, count);
                to.flush();
                count = from.read(piece);
            }
        } catch (IOException e) {
            // Whoever was on either side has gone: there is nothing more to carry.
            return;
        }
    }

    /** Waits until all has been carried. */
    void await() throws InterruptedException {
        thread.join();
    }
}
