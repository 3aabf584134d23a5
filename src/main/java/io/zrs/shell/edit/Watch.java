package io.zrs.shell.edit;

import io.zrs.client.MasterAddress;
import io.zrs.shell.MasterMonitor;
import io.zrs.shell.Settings;
import java.util.Optional;
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
    private Optional<MasterMonitor> monitor = Optional.empty();
    private boolean started;
    private MasterMonitor.State told = MasterMonitor.State.UNKNOWN;

    Watch(Settings settings, Function<MasterAddress, MasterMonitor> monitors, Runnable onChange) {
        this.settings = settings;
        this.monitors = monitors;
        this.onChange = onChange;
    }

    /** Begins to follow, on a thread of its own. */
    synchronized void start() {
        started = true;
        state();
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

    /** What is known now of the master that the settings name now; nothing before it was begun. */
    synchronized MasterMonitor.State state() {
        if (started && !monitor.map(MasterMonitor::master).equals(Optional.of(settings.master()))) {
            monitor.ifPresent(Watch::leave);
            monitor = Optional.of(monitors.apply(settings.master()));
        }
        told = monitor.map(MasterMonitor::state).orElse(MasterMonitor.State.UNKNOWN);
        return told;
    }

    private static void leave(MasterMonitor monitor) {
        Thread closing = new Thread(monitor::close, "zrs-shell-leave");
        closing.setDaemon(true);
        closing.start();
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        started = false;
        monitor.ifPresent(MasterMonitor::close);
    }
}
