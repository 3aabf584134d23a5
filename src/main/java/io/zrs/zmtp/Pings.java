package io.zrs.zmtp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** The PINGs of one connection whose PONG somebody waits for, told apart by a number in their context (RFC 37). */
final class Pings {
    /** How many may wait; a peer that answers none of so many answers no more of the first. */
    static final int MOST = 64;

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>(1);
    private long lastNumber;

    private record Waiting(long number, Runnable onPong) {}

    /** The context of the next PING; {@code onPong} is called when it comes back. */
    byte[] add(Runnable onPong) {
        if (waiting.size() == MOST) {
            waiting.removeFirst();
        }
        lastNumber++;
        waiting.addLast(new Waiting(lastNumber, onPong));
        return ByteBuffer.allocate(Long.BYTES).putLong(lastNumber).array();
    }

    /** A PONG came. PINGs are answered in their order: those before this one will not be any more. */
    void answered(byte[] context) {
        if (context.length != Long.BYTES) {
            return;
        }
        long number = ByteBuffer.wrap(context).getLong();
        if (number < 1 || number > lastNumber) {
            return;
        }
        while (!waiting.isEmpty() && waiting.peekFirst().number() < number) {
            waiting.removeFirst();
        }
        if (!waiting.isEmpty() && waiting.peekFirst().number() == number) {
            waiting.removeFirst().onPong().run();
        }
    }
}
