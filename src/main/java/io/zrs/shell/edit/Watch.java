package io.zrs.shell.edit;

import io.zrs.client.MasterAddress;
import io.zrs.shell.MasterMonitor;
import io.zrs.shell.Settings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Follows what becomes of the master that the settings name, and tells when that is something else than before. */
final class Watch implements AutoCloseable {
    /** Nobody sees that a prompt changes so late; it looks at a variable. */
    private static final long LOOK_MILLIS = 150;

    private final Settings settings;
    private final Function<MasterAddress, MasterMonitor> monitors;
    private final Runnable onChange;
    private final CountDownLatch closed = new CountDownLatch(1);
    private MasterMonitor monitor;
    private MasterMonitor.State told;

    Watch(Settings settings, Function<MasterAddress, MasterMonitor> monitors, Runnable onChange) {
        this.settings = settings;
        this.monitors = monitors;
        this.onChange = onChange;
        monitor = monitors.apply(settings.master());
        told = monitor.state();
    }

    /** Begins to follow, on a thread of its own. */
    void start() {
        Thread thread = new Thread(this::follow, "zrs-shell-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        try {
            while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (hasChanged()) {
                    onChange.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean hasChanged() {
        MasterMonitor.State before = told;
        return state() != before;
    }

    /** What is known now of the master that the settings name now. */
    synchronized MasterMonitor.State state() {
        if (!monitor.master().equals(settings.master())) {
            MasterMonitor left = monitor;
            monitor = monitors.apply(settings.master());
            Thread closing = new Thread(left::close, "zrs-shell-leave");
            closing.setDaemon(true);
            closing.start();
        }
        told = monitor.state();
        return told;
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        monitor.close();
    }
}
