package io.zrs.cli.topic.pub;

import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.Progress;
import io.zrs.input.InputException;
import io.zrs.input.MessageSource;
import io.zrs.model.TopicName;
import io.zrs.stats.Pacer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** Takes messages from the input and gives them to the publishers of their topics, at a pace if there is one. */
final class Sending {
    /** A pause worth a system call for what was printed. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Input input;
    private final Optional<TopicName> topic;
    private final TopicWays ways;
    private final MasterWait master;
    private final Handling interruption;
    private final Printing printing;
    private final Progress progress;
    private long sent;
    private long lookedAt = System.nanoTime();
    private boolean interrupted;
    private Optional<IOException> unprintable = Optional.empty();

    /** What has to be there for it; {@code topic} takes all, and may be missing where each message has its own. */
    record Parts(
            Input input,
            Optional<TopicName> topic,
            TopicWays ways,
            MasterWait master,
            Handling interruption,
            Printing printing,
            Progress progress) {}

    Sending(Parts parts) {
        input = parts.input();
        topic = parts.topic();
        ways = parts.ways();
        master = parts.master();
        interruption = parts.interruption();
        printing = parts.printing();
        progress = parts.progress();
    }

    /** Whether Ctrl-C came before all was sent. */
    boolean interrupted() {
        return interrupted;
    }

    /** Sends until the input ends, {@code wanted} messages are sent, or Ctrl-C comes. */
    void run(long wanted, OptionalDouble hertz) throws IOException, InterruptedException {
        input.live().ifPresent(live -> live.whileWaiting(this::pause));
        try {
            // Known from the start: subscribers find it while there is nothing to send yet.
            Optional<TopicWay> only = topic.isPresent() ? ways.to(topic.get()) : Optional.empty();
            interrupted = topic.isPresent() && only.isEmpty();
            Pacer pacer = hertz.isPresent() ? new Pacer(hertz.getAsDouble(), System.nanoTime()) : null;
            while (!interrupted && sent < wanted && input.advance()) {
                boolean due = !interruption.raised() && (pacer == null || awaitTurn(pacer));
                interrupted = !due || !send(only);
            }
        } catch (InterruptedIOException e) {
            if (unprintable.isPresent()) {
                throw unprintable.get();
            }
            // Woken by Ctrl-C; half a message may have come, which is none.
            interrupted = true;
        } finally {
            progress.clear();
            printing.flush();
        }
    }

    private boolean send(Optional<TopicWay> only) throws IOException, InterruptedException {
        Optional<TopicWay> way = only.isPresent() ? only : ways.to(ownTopic());
        MessageSource message = input.source();
        if (way.isEmpty()
                || !master.send(
                        way.get().publisher(), message.bytes(), message.from(), message.length(), progress::clear)) {
            return false;
        }
        sent++;
        printing.sent(sent, message.bytes(), message.from(), message.length());
        progress.messages(sent);
        return true;
    }

    private TopicName ownTopic() {
        try {
            return input.envelopes().orElseThrow().topic();
        } catch (InputException e) {
            throw input.named(e, "");
        }
    }

    /** Waits until the next message is due; false if Ctrl-C comes before. */
    private boolean awaitTurn(Pacer pacer) throws IOException, InterruptedException {
        lookFromTimeToTime();
        long wait = pacer.waitNanos(sent, System.nanoTime());
        boolean waited = wait > 0;
        while (wait > 0) {
            if (wait > PAUSE_NANOS) {
                printing.flush();
            }
            if (interruption.await(Duration.ofNanos(Math.min(wait, MasterWait.TURN.toNanos())))) {
                return false;
            }
            lookFromTimeToTime();
            wait = pacer.waitNanos(sent, System.nanoTime());
        }
        if (waited) {
            // A time in it is when it is sent, not when it was read.
            input.renew();
        }
        return true;
    }

    /** However short the waits are: what is sent goes into queues for a while when the master takes nothing. */
    private void lookFromTimeToTime() {
        long now = System.nanoTime();
        if (now - lookedAt >= MasterWait.TURN.toNanos()) {
            lookedAt = now;
            if (master.mayTell()) {
                progress.clear();
            }
            master.look();
        }
    }

    /** Called within a read of the input, which is not at fault if standard output fails. */
    private void pause() {
        try {
            printing.flush();
        } catch (IOException e) {
            unprintable = Optional.of(e);
            input.wake();
        }
        master.look();
    }
}
