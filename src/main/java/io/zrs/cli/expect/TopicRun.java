package io.zrs.cli.expect;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.MasterWatch;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.client.Node;
import io.zrs.client.Subscription;
import io.zrs.expect.Expectation;
import io.zrs.expect.Finding;
import io.zrs.expect.Outcome;
import io.zrs.expect.Watch;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches topics over one node, all at once, until everything is certain. */
final class TopicRun {
    /** How often to look after the master while nothing else happens. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Context context;
    private final MasterOption master;
    private final List<Expectation> expectations;
    private final Findings findings;
    private final Publishers publishers;
    private final Doorbell doorbell = new Doorbell();
    private final long base = System.nanoTime();
    private final List<Task> tasks = new ArrayList<>();
    private int told;

    private record Task(Watch watch, Subscription subscription) {
        long lost() {
            return subscription.lost() + subscription.dropped();
        }
    }

    TopicRun(Context context, MasterOption master, List<Expectation> expectations, Findings findings) {
        this.context = context;
        this.master = master;
        this.expectations = expectations;
        this.findings = findings;
        publishers = new Publishers(context, master);
    }

    /** Runs; findings are told in the order of the expectations, each as soon as it and all before are certain. */
    ExitCode run() throws IOException, InterruptedException {
        try (Node node = master.node("expect")) {
            if (node.protocol() == 1) {
                OriginalMaster.note(context, List.of("what it drops, so a count may be too low"));
            }
            List<Watch> watches = expectations.stream().map(Watch::new).toList();
            findings.begin(watches.stream().mapToInt(Watch::size).sum(), widest());
            for (Watch watch : watches) {
                tasks.add(new Task(watch, subscribe(node, watch)));
            }
            long start = now();
            watches.forEach(watch -> watch.start(start));
            try (Handling interruption = context.interruption().handle(doorbell::ring)) {
                return watch(node, interruption);
            }
        }
    }

    private int widest() {
        return FindingText.widest(expectations.stream()
                .map(one -> FindingText.label(one.name(), one.topic().value())));
    }

    private Subscription subscribe(Node node, Watch watch) {
        try {
            return node.subscribe(watch.expectation().topic(), message -> {
                if (watch.take(message, now())) {
                    doorbell.ring();
                }
            });
        } catch (ZrsException e) {
            if (e.code() == ErrorCode.TIMEOUT && !node.isConnected()) {
                // Exit code 4 would say that the system was watched.
                throw new ZrsException(ErrorCode.NO_MASTER, gone(node), "start it again with 'zrs master'", e);
            }
            throw e;
        }
    }

    private static String gone(Node node) {
        return "the master at " + node.master() + " has gone";
    }

    private long now() {
        return System.nanoTime() - base;
    }

    private ExitCode watch(Node node, Handling interruption) throws IOException, InterruptedException {
        MasterWatch masterWatch = new MasterWatch(context, node);
        while (true) {
            // Before the ends that have come: what they say would be wrong if the master had gone by then.
            boolean connected = node.isConnected();
            connected &= passEnds(node, connected);
            tell();
            if (told == tasks.size()) {
                return findings.end();
            }
            if (interruption.raised()) {
                giveUp("interrupted before that was certain");
                return ExitCode.INTERRUPTED;
            }
            if (!connected) {
                giveUp("the master has gone before that was certain");
                context.note(gone(node));
                return ExitCode.FAILED;
            }
            masterWatch.look();
            doorbell.await(Math.min(LOOK_NANOS, nextEnd() - now()));
        }
    }

    private long nextEnd() {
        return tasks.stream().mapToLong(task -> task.watch().nextEnd()).min().orElse(Long.MAX_VALUE);
    }

    /** Judges what has come to its end, with what the master says by then; returns whether there still is a master. */
    private boolean passEnds(Node node, boolean connected) {
        long now = now();
        if (!connected || nextEnd() > now) {
            return connected;
        }
        try {
            node.refreshLosses();
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.NO_MASTER && e.code() != ErrorCode.TIMEOUT) {
                throw e;
            }
            return false;
        }
        tasks.forEach(task -> task.watch().pass(now, task.lost()));
        return true;
    }

    private void tell() throws IOException {
        while (told < tasks.size() && tasks.get(told).watch().isDone()) {
            Watch watch = tasks.get(told).watch();
            for (Finding finding : watch.findings()) {
                boolean nothing = finding.outcome() == Outcome.TIMEOUT && !watch.heard();
                findings.add(
                        nothing
                                ? finding.because(
                                        publishers.hint(watch.expectation().topic()))
                                : finding);
            }
            told++;
        }
    }

    private void giveUp(String reason) throws IOException {
        long now = now();
        tasks.forEach(task -> task.watch().giveUp(reason, now));
        tell();
        findings.end();
    }
}
