package io.zrs.client;

import java.util.OptionalLong;

/**
 * What a sender has sent under a registration and the master has not confirmed, and whether there may be more of it. Guarded
 * by the sender's lock, except where it says otherwise.
 */
final class InFlight {
    private final Tally tally;
    private final SendWindow window;
    private final Runnable onWanted;

    /** {@code onWanted} is called when {@link #isConfirmationWanted} has become true; it must return at once. */
    InFlight(Tally tally, SendWindow window, Runnable onWanted) {
        this.tally = tally;
        this.window = window;
        this.onWanted = onWanted;
    }

    /** What went to the master under the registration; for any thread. */
    Tally tally() {
        return tally;
    }

    /** Whether this frame may be sent now; if not, a confirmation is wanted. Always where nobody confirms. */
    boolean fits(byte[] frame) {
        if (!tally.isCounted() || window.fits(frame.length)) {
            return true;
        }
        if (window.want()) {
            onWanted.run();
        }
        return false;
    }

    /** This frame was sent. */
    void add(byte[] frame) {
        tally.addSent();
        if (tally.isCounted() && window.add(frame.length, tally.sent())) {
            onWanted.run();
        }
    }

    /** A confirmation is wanted, however little is unconfirmed; returns whether something is that may still come. */
    boolean wantAll() {
        boolean open = tally.isCounted() && !tally.isConfirmed() && window.unconfirmed() > 0;
        if (open && window.want()) {
            onWanted.run();
        }
        return open;
    }

    /** Whether the master shall be asked what came, before the next heartbeat does; for any thread. */
    boolean isConfirmationWanted() {
        return window.isWanted();
    }

    /** The master says, after this greeting, how much came; returns whether that is news. */
    boolean confirm(long received, long greeting) {
        long before = tally.confirmed();
        tally.confirm(received, greeting);
        if (tally.isOf(greeting)) {
            window.confirm(tally.confirmed(), tally.sent());
        }
        return tally.confirmed() > before;
    }

    /** What the master has not confirmed may never come: the way was lost, or another one that it went. */
    void lose() {
        window.lose(tally.confirmed(), tally.sent());
    }

    /** The registration has ended, with so many messages that came if that is known. */
    void end(OptionalLong received) {
        tally.settle(received);
        window.clear();
    }
}
