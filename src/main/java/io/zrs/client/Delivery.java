package io.zrs.client;

import io.zrs.model.Message;
import java.util.Optional;

/** Where the messages of one subscription go. */
interface Delivery {
    /** Takes a message, on the receive thread; false if there is no room and the message has to wait. */
    boolean offer(Message message);

    /** Hands the oldest message out, after waiting for one; empty if none came in time. */
    Optional<Message> take(Deadline deadline);

    /** How many messages it has taken. */
    long received();

    /** How many of them it has dropped. */
    long dropped();

    /** Takes no more, forgets what it has and ends every wait for it. */
    void end();
}
