package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Calls a program's listener. */
final class ListenerDelivery implements Delivery {

    private final MessageListener listener;
    private final AtomicLong received = new AtomicLong();
    private volatile boolean ended;

    ListenerDelivery(MessageListener listener) {
        this.listener = listener;
    }

    @Override
    public boolean offer(Message message) {
        if (ended) {
            return true;
        }
        received.getAndIncrement();
        try {
            listener.onMessage(message);
        } catch (RuntimeException | Error e) {
            // Errors too: a failed assertion in a listener must not leave the whole node deaf.
            Log.get().log(System.Logger.Level.ERROR, "the listener of " + message.topic() + " failed", e);
        }
        return true;
    }

    @Override
    public Optional<Message> take(Deadline deadline) {
        throw new ZrsException(
                ErrorCode.INVALID, "a subscription with a listener cannot be polled", "subscribe without a listener");
    }

    @Override
    public long received() {
        return received.get();
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public void end() {
        ended = true;
    }
}
