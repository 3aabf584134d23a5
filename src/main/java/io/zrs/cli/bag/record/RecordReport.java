package io.zrs.cli.bag.record;

import io.zrs.bag.record.RecordEvents;
import io.zrs.bag.record.Recorder;
import io.zrs.cli.command.Context;
import io.zrs.model.TopicName;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.Decimal;
import io.zrs.output.JsonLine;
import io.zrs.stats.CounterRate;
import io.zrs.stats.Throughput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a recording says of itself: lines as rosbag's, and a status line on a terminal; or JSON, with the figures once a second. Any
 * thread may tell it something; one alone prints, by the other methods. An output that cannot be written to, or that nobody reads for
 * a while, as a terminal after Ctrl-S, does not disturb a recording; {@link #check} complains of it.
 */
final class RecordReport implements RecordEvents {
    private static final long STATUS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long JSON_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double SECOND = 1e9;

    private final Context context;
    private final StatusLine line;
    private final boolean json;
    private final boolean quiet;
    private final Queue<Runnable> untold = new ConcurrentLinkedQueue<>();
    private final CounterRate rates = new CounterRate();
    private Throughput rate = Throughput.UNKNOWN;
    private long ratedNanos;
    private long shownNanos;
    private IOException failure;

    RecordReport(Context context, StatusLine line, boolean json, boolean quiet) {
        this.context = context;
        this.line = line;
        this.json = json;
        this.quiet = quiet;
        rates.next(0, 0, 0);
    }

    /** Adds the fields of an event. */
    private interface Fields {
        void add(JsonLine object);
    }

    private void say(String text, String event, Fields fields) {
        if (json) {
            ByteText out = new ByteText();
            JsonLine object = new JsonLine(out);
            object.field("event", event).stamp(context.clock().instant());
            fields.add(object);
            object.end();
            untold.add(() -> print(out.toString()));
        } else if (!quiet && !text.isEmpty()) {
            untold.add(() -> {
                line.clear();
                context.err().println(text);
                context.err().flush();
            });
        }
    }

    /** Not by who has something to say: the disk's thread, for one, must not wait for a terminal. */
    private void tell() {
        for (Runnable next = untold.poll(); next != null; next = untold.poll()) {
            next.run();
        }
    }

    private void print(String text) {
        if (failure == null) {
            try {
                context.show(text);
            } catch (IOException e) {
                // Nobody reads that any more: no reason to end a recording.
                failure = e;
            }
        }
    }

    /** A topic is recorded from now on. */
    void subscribing(TopicName topic) {
        say("Subscribing to " + topic, "subscribing", object -> object.field("topic", topic.value()));
    }

    @Override
    public void opened(Path file) {
        say("Recording to '" + file + "'.", "recording", object -> object.field("file", file.toString()));
    }

    @Override
    public void closed(Path file, long messages, long bytes) {
        say(
                "Closing '" + file + "'.\n" + Amount.of(messages, "message") + ", " + Amount.bytes(bytes) + ".",
                "closed",
                object -> object.field("file", file.toString())
                        .field("messages", messages)
                        .field("bytes", bytes));
    }

    @Override
    public void deleted(Path file) {
        say("Deleted '" + file + "'.", "deleted", object -> object.field("file", file.toString()));
    }

    @Override
    public void shortened(long nanos) {
        untold.add(() -> context.note("only " + Decimal.fixed(nanos / SECOND, 1)
                + " s before the trigger are there: the buffer was full; give a larger --buffer"));
    }

    /** Shows figures, if it is time. */
    void status(Recorder.Status status, boolean triggered) {
        tell();
        if (status.nanos() - ratedNanos >= JSON_NANOS) {
            rate = rates.next(status.nanos(), status.messages(), status.bytes());
            ratedNanos = status.nanos();
            if (json) {
                say("", "status", object -> figures(object, status));
                tell();
            }
        }
        if (line.isShown() && status.nanos() - shownNanos >= STATUS_NANOS) {
            shownNanos = status.nanos();
            line.show(StatusText.of(status, rate, triggered, line.columns()));
        }
    }

    private void figures(JsonLine object, Recorder.Status status) {
        object.field("seconds", status.nanos() / SECOND, 3)
                .field("messages", status.messages())
                .field("bytes", status.bytes())
                .field("messages_per_second", rate.messagesPerSecond(), 1)
                .field("bytes_per_second", rate.bytesPerSecond(), 1)
                .field("written", status.written())
                .field("waiting", status.waiting())
                .field("lost", status.lost());
        status.file().ifPresentOrElse(file -> object.field("file", file.toString()), () -> object.none("file"));
    }

    /** Says how it was in all. */
    void end(Recorder.Status status) {
        tell();
        line.clear();
        if (json) {
            say("", "ended", object -> figures(object, status));
            tell();
        }
    }

    /** Takes the status line away. */
    void clear() {
        tell();
        line.clear();
    }

    /** Complains if something could not be said. */
    void check() throws IOException {
        tell();
        if (failure != null) {
            throw failure;
        }
    }
}
