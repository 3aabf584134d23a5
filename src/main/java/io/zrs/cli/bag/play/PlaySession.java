package io.zrs.cli.bag.play;

import io.zrs.bag.play.NodeSink;
import io.zrs.bag.play.PlayOptions;
import io.zrs.bag.play.PlayPlan;
import io.zrs.bag.play.PlayState;
import io.zrs.bag.play.PlayStatus;
import io.zrs.bag.play.PlayTime;
import io.zrs.bag.play.Player;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.MasterWatch;
import io.zrs.client.Node;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.screen.Key;
import io.zrs.screen.KeyLine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Plays, with a line that tells how far it is, and keys. */
final class PlaySession {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration FLUSH = Duration.ofSeconds(5);
    private static final Duration SHORT_FLUSH = Duration.ofMillis(500);

    private final Context world;
    private final Function<Context, Optional<KeyLine>> lines;
    private final PlayPlan plan;
    private final PlayOptions options;
    private final boolean waits;
    private final Optional<Integer> queue;
    private final boolean quiet;
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong began = new AtomicLong();
    private volatile Throwable failure;
    private long matches;

    PlaySession(
            Context world,
            Function<Context, Optional<KeyLine>> lines,
            PlayPlan plan,
            PlayOptions options,
            boolean waits,
            Optional<Integer> queue,
            boolean quiet) {
        this.world = world;
        this.lines = lines;
        this.plan = plan;
        this.options = options;
        this.waits = waits;
        this.queue = queue;
        this.quiet = quiet;
    }

    /** Plays, to the end or until somebody ends it; tells how it went. */
    PlayOutcome run(MasterOption master) throws InterruptedException {
        NodeSink sink;
        Player player;
        boolean interrupted;
        long nanos;
        try (Node node = master.node("play", Optional.empty(), all -> all.flushTimeout(flushTimeout()));
                Handling interruption = world.interruption().handle();
                PlayFront front = front()) {
            PlayOptions steered = steered(front);
            front.hint();
            sink = new NodeSink(
                    node,
                    plan.topics().size(),
                    (topic, reason) ->
                            front.context().note("messages of " + topic + " are left out: " + reason.getMessage()));
            player = Player.of(plan, steered, sink, PlayTime.system(), e -> unreadable(front.context(), e));
            new Advertising(plan, options, queue).advertise(node, sink, front.context());
            MasterWatch watch = new MasterWatch(front.context(), node);
            SubscriberWait subscribers = new SubscriberWait(front, interruption, watch);
            if (!waits || subscribers.await(sink.publishers(), player, quiet)) {
                play(player, front, interruption, watch);
                settle(sink, front, interruption, watch);
            }
            interrupted = interruption.raised();
            nanos = began.get() == 0 ? 0 : System.nanoTime() - began.get();
        }
        PlayStatus end = player.status();
        return new PlayOutcome(
                end.sent() - sink.skipped(),
                sink.usedTopics(),
                sink.lost(),
                sink.skipped(),
                unreadable.get(),
                end.rounds(),
                player.isCompleted(),
                interrupted,
                options.range().loops() || options.keepsAlive(),
                nanos);
    }

    /** What was asked for, as nobody is to be waited for who cannot come. */
    private PlayOptions steered(PlayFront front) {
        if (front.hasKeys()) {
            return options;
        }
        if (options.paused()) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--start-paused, and nobody can have it go on: there are no keys "
                            + (quiet ? "with --quiet" : "on this terminal"),
                    "leave it out");
        }
        return options.endingAtBreak();
    }

    private PlayFront front() {
        Optional<KeyLine> line = quiet ? Optional.empty() : lines.apply(world);
        return new PlayFront(world, line, plan.start(), options.range().until());
    }

    private void unreadable(Context context, ZrsException e) {
        if (unreadable.getAndIncrement() == 0) {
            context.note(e.getMessage() + "; what can be read is played");
        }
    }

    /** What waits for a slow subscriber was waited for before the end; who has had enough of that does not wait once more. */
    private Duration flushTimeout() {
        return options.isUnbound() ? SHORT_FLUSH : FLUSH;
    }

    private void play(Player player, PlayFront front, Handling interruption, MasterWatch watch)
            throws InterruptedException {
        Thread playing = new Thread(() -> runPlayer(player), "zrs-play");
        playing.setPriority(Thread.MAX_PRIORITY);
        began.set(System.nanoTime());
        playing.start();
        try {
            while (playing.isAlive()) {
                if (interruption.raised()) {
                    player.stop();
                }
                watch.look();
                PlayStatus status = player.status();
                front.show(status);
                tellMatch(status, front.context());
                if (front.hasLine()) {
                    front.key(interruption).ifPresent(key -> press(key, player, front));
                } else {
                    playing.join(LOOK.toMillis());
                }
            }
        } finally {
            player.stop();
            playing.join();
        }
        front.show(player.status());
        tellMatch(player.status(), front.context());
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private static void press(Key key, Player player, PlayFront front) {
        if (PlayKeys.asksForKeys(key)) {
            front.help();
        } else {
            PlayKeys.press(key, player);
        }
    }

    private void runPlayer(Player player) {
        try {
            player.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void tellMatch(PlayStatus status, Context context) {
        if (status.matches() > matches) {
            matches = status.matches();
            boolean paused = status.state() == PlayState.PAUSED;
            context.note((paused ? "paused" : "ended") + " behind a message of "
                    + plan.topics().get(status.matchTopic()).name() + " that matches --break-when, at "
                    + StatusText.seconds(status.offset()) + " s");
        }
    }

    /** Waits until the master has all: however long that takes, where it waits for the slowest subscriber. */
    private void settle(NodeSink sink, PlayFront front, Handling interruption, MasterWatch watch)
            throws InterruptedException {
        boolean over = !options.isUnbound();
        while (!over && !interruption.raised() && !sink.awaitSettled(LOOK)) {
            watch.look();
            over = front.key(interruption, Duration.ZERO)
                    .filter(PlayKeys::quits)
                    .isPresent();
        }
    }
}
