package io.zrs.cli.command;

import io.zrs.client.Node;

/** Says once that a command's master has gone, and once that it is back. */
public final class MasterWatch {
    private static final long MOMENT_MILLIS = 300;

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
        if (node.isConnected() || node.isClosed()) {
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
        if (!told && now - goneMillis >= MOMENT_MILLIS) {
            told = true;
            context.note("the master at " + node.master() + " is gone; waiting for it");
        }
    }

    /** Whether it was found gone, and not yet back. */
    public boolean isGone() {
        return gone;
    }
}
