package io.zrs.cli.top;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import io.zrs.screen.Key;
import io.zrs.screen.Screen;
import io.zrs.top.Dashboard;
import io.zrs.top.Dashboard.Overlay;
import io.zrs.top.Reading;
import io.zrs.top.SystemMonitor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Keeps a dashboard on a screen current until its user has seen enough. The master is asked on another thread, so that one
 * that does not answer leaves the keys alive.
 */
final class TopScreen {
    /** A master that is there answers within it, and the answer is on the screen at once. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    private static final long SECOND = 1000;

    private final Screen screen;
    private final Source source;
    private final Dashboard dashboard;
    private final SystemMonitor monitor;
    private final InstantSource clock;
    private final Duration delay;
    private final Executor executor;
    private final TopKeys keys;

    /** What is still to be asked; each answer says what to do with it on this thread. */
    private final Queue<Supplier<Runnable>> questions = new ArrayDeque<>();

    private CompletableFuture<Runnable> asked;
    private long nextReading;
    private Optional<Long> goneSince = Optional.empty();

    /**
     * A dashboard that has its first figures.
     *
     * @param executor asks the master, one question after the other
     */
    TopScreen(
            Screen screen,
            Source source,
            Dashboard dashboard,
            SystemMonitor monitor,
            InstantSource clock,
            Duration delay,
            Executor executor) {
        this.screen = screen;
        this.source = source;
        this.dashboard = dashboard;
        this.monitor = monitor;
        this.clock = clock;
        this.delay = delay;
        this.executor = executor;
        keys = new TopKeys(dashboard, () -> questions.add(this::graph));
    }

    /**
     * Returns when the user quits.
     *
     * @throws ZrsException if the master says no, or the terminal is lost
     */
    void run() throws InterruptedException {
        nextReading = clock.millis() + delay.toMillis();
        boolean more = true;
        while (more) {
            ask();
            goneSince.ifPresent(since -> dashboard.gone("the master at " + source.address() + " is gone, for "
                    + Amount.of((clock.millis() - since) / SECOND, "second") + " now; waiting for it"));
            screen.show(dashboard.draw(screen.rows(), screen.columns()));
            Optional<Key> key = screen.key(pause());
            more = key.isEmpty() || press(key.get());
        }
    }

    private boolean press(Key key) {
        Optional<TopicName> before = dashboard.detailedTopic();
        boolean more = keys.press(key);
        dashboard
                .detailedTopic()
                .filter(topic -> before.isEmpty())
                .ifPresent(topic -> questions.add(() -> sample(topic)));
        return more;
    }

    private Duration pause() {
        if (asked != null) {
            return MOMENT;
        }
        long left = nextReading - clock.millis();
        return Duration.ofMillis(questions.isEmpty() ? Math.max(0, left) : 0);
    }

    private void ask() throws InterruptedException {
        long now = clock.millis();
        // A clock that was set back must not stop it.
        if (now >= nextReading || nextReading - now > delay.toMillis()) {
            nextReading = now + delay.toMillis();
            // While one is under way, another would be no news.
            if (asked == null) {
                questions.add(this::reading);
            }
        }
        if (asked == null && !questions.isEmpty()) {
            asked = CompletableFuture.supplyAsync(questions.remove(), executor);
        }
        if (asked != null) {
            take();
        }
    }

    private void take() throws InterruptedException {
        try {
            Runnable answer = asked.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            asked = null;
            answer.run();
        } catch (TimeoutException e) {
            // It is looked for again behind the next key.
            return;
        } catch (ExecutionException e) {
            asked = null;
            fail(e);
        }
    }

    private void fail(ExecutionException e) {
        if (e.getCause() instanceof ZrsException error
                && (error.code() == ErrorCode.NO_MASTER || error.code() == ErrorCode.TIMEOUT)) {
            goneSince = Optional.of(goneSince.orElseGet(clock::millis));
        } else if (e.getCause() instanceof RuntimeException error) {
            throw error;
        } else {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Runnable reading() {
        Reading reading = source.read();
        return () -> {
            goneSince = Optional.empty();
            dashboard.set(monitor.next(reading));
            dashboard.detailedTopic().ifPresent(topic -> questions.add(() -> sample(topic)));
            if (dashboard.overlay() == Overlay.GRAPH && !dashboard.isPaused()) {
                questions.add(this::graph);
            }
        };
    }

    private Runnable sample(TopicName topic) {
        var sample = source.sample(topic);
        return () -> {
            if (dashboard.detailedTopic().equals(Optional.of(topic))) {
                dashboard.sample(sample);
            }
        };
    }

    private Runnable graph() {
        var picture = source.graph(screen.columns());
        return () -> dashboard.graph(picture);
    }
}
