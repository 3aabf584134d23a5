package io.zrs.client;

import java.util.OptionalLong;

/**
 * What went to the master since it registered this end, and how much of it is known to have come. Changed by one thread at
 * a time, except for what the master confirms; read by any.
 */
final class Tally {
    private volatile Grant grant = new Grant(0, 0, 1);
    private volatile long sent;
    private volatile long confirmed;
    private volatile long lost;

    /** Goes on under this grant: the same registration after another greeting, or a new one after {@link #settle}. */
    void register(Grant newGrant) {
        grant = newGrant;
    }

    /** Whether the registration was made, or renewed, after this greeting. */
    boolean isOf(long greeting) {
        return grant.greeting() == greeting;
    }

    /** Whether the master counts what comes. */
    boolean isCounted() {
        return grant.protocol() > 1;
    }

    void addSent() {
        sent = sent + 1;
    }

    long sent() {
        return sent;
    }

    /** The master says, after this greeting, that so many have come. */
    void confirm(long received, long greeting) {
        if (isOf(greeting)) {
            confirmed = Math.max(confirmed, received);
        }
    }

    /** How many the master has received, as far as it is known. */
    long confirmed() {
        return confirmed;
    }

    boolean isConfirmed() {
        return !isCounted() || sent <= confirmed;
    }

    /**
     * Ends the registration. Without the master's last word, what it had not confirmed counts as lost.
     *
     * @param received how many came, if the master says so
     */
    void settle(OptionalLong received) {
        if (isCounted()) {
            addLost(sent - received.orElse(confirmed));
        }
        sent = 0;
        confirmed = 0;
    }

    void addLost(long messages) {
        lost = lost + Math.max(0, messages);
    }

    long lost() {
        return lost;
    }
}
