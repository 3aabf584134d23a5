package io.zrs.cli.bag.record;

import io.zrs.bag.record.RecordClock;
import io.zrs.bag.record.Recorder;
import io.zrs.bag.record.TopicIntake;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.LossWatch;
import io.zrs.cli.command.MasterWatch;
import io.zrs.cli.command.TopicSubscriptions;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.client.Subscription;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import io.zrs.output.Decimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Brings a node's messages to a recorder until it is enough, and says meanwhile how it is going. */
final class RecordSession {
    private static final Duration TURN = Duration.ofMillis(100);

    /** A disk that has taken nothing for so long will not take the rest either. */
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final double SECOND = 1e9;

    private final Context context;
    private final Node node;
    private final Recorder recorder;
    private final RecordReport report;
    private final TopicChoice choice;
    private final RecordClock clock;
    private final Optional<TriggerWatch> trigger;
    private final TopicSubscriptions subscriptions;
    private final Set<TopicName> full = ConcurrentHashMap.newKeySet();
    private final Queue<TopicName> unsubscribe = new ConcurrentLinkedQueue<>();
    private final LossWatch losses;
    private final Map<TopicName, Long> lost = new HashMap<>();
    private long askedNanos;
    private long lostByMaster;
    private long seenNanos;
    private boolean away;
    private long awayCount;
    private long awayNanos;

    /** {@code trigger} is what the recorder waits for, if it does. */
    RecordSession(
            Context context,
            Node node,
            Recorder recorder,
            RecordReport report,
            TopicChoice choice,
            RecordClock clock,
            Optional<TriggerWatch> trigger) {
        this.context = context;
        this.node = node;
        this.recorder = recorder;
        this.report = report;
        this.choice = choice;
        this.clock = clock;
        this.trigger = trigger;
        askedNanos = clock.now();
        seenNanos = askedNanos;
        losses = new LossWatch(context, () -> recorder.status().lost() - lostByMaster, "written", () -> lostByMaster);
        subscriptions = new TopicSubscriptions(context, node, choice.wishes(), (topic, place) -> subscribe(topic));
    }

    private Subscription subscribe(TopicName topic) {
        report.subscribing(topic);
        TopicIntake intake = recorder.topic(topic);
        return node.subscribe(topic, message -> {
            if (!intake.take(message.source(), message.sourceFrom(), message.length()) && full.add(topic)) {
                // Not here: that asks the master, and messages must not wait for it.
                unsubscribe.add(topic);
            }
        });
    }

    /** Records; returns how the command ends. */
    ExitCode run(Supplier<MasterClient> master) throws InterruptedException {
        try (Handling interruption = context.interruption().handle()) {
            ZrsException failure = null;
            try (subscriptions) {
                subscriptions.name(choice.names());
                subscriptions.follow(master);
                follow(interruption);
            } catch (ZrsException e) {
                failure = e;
            }
            countAbsence(false);
            recorder.end(interruption.raised() ? "interrupted" : failure == null ? "done" : "error");
            // What the master dropped is exact once the node is closed.
            node.close();
            countLosses();
            recorder.finish();
            boolean finished = awaitDisk();
            report.end(recorder.status());
            if (failure != null) {
                throw failure;
            }
            return finished ? ending() : ExitCode.FAILED;
        }
    }

    /** From when the master was last seen until it is seen again, nobody knows what was said. */
    private void countAbsence(boolean gone) {
        long now = clock.now();
        if (away && !gone) {
            recorder.away(seenNanos, Math.max(seenNanos, now));
            awayCount++;
            awayNanos += Math.max(0, now - seenNanos);
        }
        if (!gone) {
            seenNanos = now;
        }
        away = gone;
    }

    private void follow(Handling interruption) throws InterruptedException {
        MasterWatch watch = new MasterWatch(context, node);
        while (!interruption.raised() && !recorder.isEnding() && !isEnough()) {
            watch.look();
            countAbsence(watch.isGone());
            subscriptions.look();
            leave();
            countLosses();
            losses.look();
            trigger.flatMap(TriggerWatch::remark).ifPresent(context::note);
            report.status(recorder.status(), trigger.isPresent());
            interruption.await(TURN);
        }
    }

    /** Whether every topic that could be had has had all that it may have, and no others are looked for. */
    private boolean isEnough() {
        return choice.wishes().isEmpty()
                && subscriptions.subscriptions().stream().allMatch(subscription -> full.contains(subscription.topic()));
    }

    private void leave() {
        for (TopicName topic = unsubscribe.poll(); topic != null; topic = unsubscribe.poll()) {
            for (Subscription subscription : subscriptions.subscriptions()) {
                if (subscription.topic().equals(topic)) {
                    subscription.close();
                }
            }
        }
    }

    /** Tells the recorder what the master dropped, as far as is known. */
    private void countLosses() {
        long now = clock.now();
        for (Subscription subscription : subscriptions.subscriptions()) {
            TopicName topic = subscription.topic();
            long before = lost.getOrDefault(topic, 0L);
            long dropped = subscription.lost() - before;
            if (dropped > 0 && !full.contains(topic)) {
                recorder.lost(topic, dropped, askedNanos, now);
                lost.put(topic, before + dropped);
                lostByMaster += dropped;
            }
        }
        askedNanos = now;
    }

    /** Waits for the disk as long as it takes something. */
    private boolean awaitDisk() throws InterruptedException {
        long written = -1;
        long since = clock.ticks();
        while (!recorder.await(TURN)) {
            Recorder.Status status = recorder.status();
            if (status.written() != written) {
                written = status.written();
                since = clock.ticks();
            } else if (clock.ticks() - since >= STUCK_NANOS) {
                report.clear();
                context.note("the disk takes nothing any more: " + Amount.bytes(status.waiting())
                        + " are lost; what was written is in "
                        + status.file().map(Object::toString).orElse("no file"));
                return false;
            }
            report.status(status, trigger.isPresent());
        }
        return true;
    }

    private ExitCode ending() {
        report.clear();
        if (recorder.failure().isPresent()) {
            ZrsException failure = recorder.failure().get();
            context.note(failure.getMessage() + (failure.remedy().isEmpty() ? "" : "; " + failure.remedy()));
            return ExitCode.FAILED;
        }
        Recorder.Status status = recorder.status();
        if (trigger.isPresent() && status.written() == 0) {
            context.note("none of " + Amount.of(status.messages(), "message") + " matched --when: there is no file");
        }
        if (trigger.isEmpty() && status.messages() == 0) {
            context.note("no message came: nothing was recorded of " + choice.words());
        }
        if (awayCount > 0) {
            context.note("the master was away " + (awayCount == 1 ? "once" : awayCount + " times") + ", for "
                    + Decimal.fixed(awayNanos / SECOND, 1) + " s: what was said meanwhile may be missing");
        }
        boolean lossy = losses.end();
        if (subscriptions.failed()) {
            return ExitCode.FAILED;
        }
        return lossy ? ExitCode.LOSS : ExitCode.DONE;
    }
}
