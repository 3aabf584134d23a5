package io.zrs.cli.command;

import io.zrs.client.Node;
import java.time.Duration;

/** Says once that a command's master has gone, or hangs, and once that it is back. */
public final class MasterWatch {
    private static final long MOMENT_MILLIS = 300;

    /** A master that is only busy answers sooner. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Context context;
    private final Node node;
    private long goneMillis;
    private boolean gone;
    private boolean told;

    /** Watches the master of {@code node}. */
    public MasterWatch(Context context, Node node) {
        this.context = context;
        this.node = node;
    }

    /** Looks, and tells what has changed; to be called some times a second. One that is back within a moment was not gone. */
    public void look() {
        boolean closed = node.isClosed();
        boolean away = !closed && !node.isConnected();
        if (!away && (closed || !isSilent())) {
            if (told) {
                context.note("the master at " + node.master() + " is back");
            }
            gone = false;
            told = false;
            return;
        }
        long now = context.clock().millis();
        if (!gone) {
            gone = true;
            goneMillis = now;
        }
        if (!told && (!away || now - goneMillis >= MOMENT_MILLIS)) {
            told = true;
            context.note(
                    "the master at " + node.master() + (away ? " is gone" : " does not answer") + "; waiting for it");
        }
    }

    private boolean isSilent() {
        return node.silence().compareTo(SILENCE) >= 0;
    }

    /** Whether it was found gone or silent, and not yet back. */
    public boolean isGone() {
        return gone;
    }

    /** Whether {@link #look} may have something to tell. */
    public boolean mayTell() {
        return gone || !node.isConnected() || isSilent();
    }
}
