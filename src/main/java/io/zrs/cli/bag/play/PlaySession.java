package io.zrs.cli.bag.play;

import io.zrs.bag.play.NodeSink;
import io.zrs.bag.play.PlayOptions;
import io.zrs.bag.play.PlayPlan;
import io.zrs.bag.play.PlayState;
import io.zrs.bag.play.PlayStatus;
import io.zrs.bag.play.PlayTime;
import io.zrs.bag.play.PlayTopic;
import io.zrs.bag.play.Player;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.MasterWatch;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.client.PublisherOptions;
import io.zrs.model.ZrsException;
import io.zrs.screen.Key;
import io.zrs.screen.KeyLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Plays, with a line that tells how far it is, and keys. */
final class PlaySession {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long BYTES = 16L << 20;
    private static final int MESSAGES = 20_000;
    private static final int LEAST_MESSAGES = 10;
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

    /**
     * How it went.
     *
     * @param sent how many messages went
     * @param lost how many of them the master did not get
     * @param skipped how many could not be published
     * @param unreadable how often something of a bag could not be read
     * @param interrupted whether Ctrl-C ended it
     */
    record Outcome(
            long sent,
            long lost,
            long skipped,
            long unreadable,
            long rounds,
            boolean completed,
            boolean interrupted,
            boolean stream,
            long nanos) {
        ExitCode exitCode() {
            if (interrupted && !stream && !completed) {
                return ExitCode.INTERRUPTED;
            }
            return lost + skipped + unreadable > 0 ? ExitCode.LOSS : ExitCode.DONE;
        }
    }

    Outcome run(MasterOption master) throws InterruptedException {
        NodeSink sink;
        Player player;
        boolean interrupted;
        long nanos;
        try (Node node = master.node("play", Optional.empty(), all -> all.flushTimeout(flushTimeout()));
                Handling interruption = world.interruption().handle();
                PlayFront front = front()) {
            front.hint();
            sink = new NodeSink(
                    node,
                    plan.topics().size(),
                    (topic, reason) ->
                            front.context().note("messages of " + topic + " are left out: " + reason.getMessage()));
            player = Player.of(plan, options, sink, PlayTime.system(), e -> unreadable(front.context(), e));
            advertise(node, sink, front);
            MasterWatch watch = new MasterWatch(front.context(), node);
            if (!waits || awaitSubscribers(sink, player, front, interruption, watch)) {
                play(player, front, interruption, watch);
                settle(sink, front, interruption, watch);
            }
            interrupted = interruption.raised();
            nanos = began.get() == 0 ? 0 : System.nanoTime() - began.get();
        }
        PlayStatus end = player.status();
        return new Outcome(
                end.sent() - sink.skipped(),
                sink.lost(),
                sink.skipped(),
                unreadable.get(),
                end.rounds(),
                player.isCompleted(),
                interrupted,
                options.range().loops() || options.keepsAlive(),
                nanos);
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

    private void advertise(Node node, NodeSink sink, PlayFront front) {
        boolean unbound = isUnbound();
        if (node.protocol() == 1) {
            tellOriginal(front.context(), unbound);
        }
        PublisherOptions room = PublisherOptions.DEFAULT
                .withQueueBytes(BYTES)
                .withQueueMessages(queue.orElse(node.protocol() == 1 ? fewMessages() : MESSAGES))
                .withPatience(unbound);
        for (PlayTopic topic : plan.topics()) {
            sink.advertise(topic, room);
        }
        if (options.clockHertz() > 0) {
            sink.advertiseClock();
        }
    }

    /** An original master confirms nothing, so that only their number bounds what waits for it. */
    private int fewMessages() {
        return (int) Math.max(LEAST_MESSAGES, Math.min(MESSAGES, BYTES / plan.averageBytes()));
    }

    /** What waits for a slow subscriber was waited for before the end; who has had enough of that does not wait once more. */
    private Duration flushTimeout() {
        return isUnbound() ? SHORT_FLUSH : FLUSH;
    }

    private boolean isUnbound() {
        return Double.isInfinite(options.rate());
    }

    private void tellOriginal(Context context, boolean unbound) {
        List<String> less = new ArrayList<>();
        if (unbound) {
            less.add("waits for no subscriber, so that what a slow one does not take is lost");
        }
        if (plan.topics().stream().anyMatch(PlayTopic::latched)) {
            less.add("keeps no message for later subscribers");
        }
        if (!less.isEmpty()) {
            context.note("an original ZeROSMQ master " + String.join(", and ", less));
        }
    }

    private boolean awaitSubscribers(
            NodeSink sink, Player player, PlayFront front, Handling interruption, MasterWatch watch)
            throws InterruptedException {
        boolean told = quiet;
        for (Publisher publisher : sink.publishers()) {
            while (subscribers(publisher) < 1) {
                if (!told) {
                    told = true;
                    front.context().note("waiting for subscribers, first of " + publisher.topic());
                }
                watch.look();
                front.show(player.status());
                Optional<Key> key = front.key(interruption);
                if (key.filter(PlayKeys::asksForKeys).isPresent()) {
                    front.help();
                }
                if (interruption.raised() || key.filter(k -> k.is('q')).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int subscribers(Publisher publisher) {
        try {
            return publisher.subscribers();
        } catch (ZrsException e) {
            // A master that is gone for a while: who watches it tells.
            return 0;
        }
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
        boolean over = !isUnbound();
        while (!over && !interruption.raised() && !sink.awaitSettled(LOOK)) {
            watch.look();
            over = front.key(interruption, Duration.ZERO)
                    .filter(key -> key.is('q'))
                    .isPresent();
        }
    }
}
