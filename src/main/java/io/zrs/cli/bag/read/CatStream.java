package io.zrs.cli.bag.read;

import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagMessage;
import io.zrs.bag.RecordedName;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.FilterWatch;
import io.zrs.cli.command.Progress;
import io.zrs.cli.command.form.Form;
import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.OneLine;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import java.io.IOException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Messages on their way from recordings to the output. */
final class CatStream {
    private static final int FULL_BYTES = 1 << 16;
    private static final int LOOK_EVERY = 256;
    private static final long MOMENT_NANOS = 100_000_000;
    private static final long NANOS = 1_000_000_000;

    /** More lines about damage help nobody. */
    private static final int MOST_NOTES = 20;

    private static final int MOST_NAME = 80;

    private final Context context;
    private final BagCursor cursor;
    private final Form form;
    private final FilterWatch filter;
    private final Progress progress;
    private final CatProgress place;
    private final Map<BagChannel, Optional<TopicName>> names = new IdentityHashMap<>();
    private final ByteText waiting = new ByteText();
    private long flushedNanos = System.nanoTime();
    private int notes;
    private boolean whole = true;
    private boolean empty;

    /** From {@code cursor} to the output of {@code context}. */
    CatStream(Context context, BagCursor cursor, Form form, FilterWatch filter, Progress progress, CatProgress place) {
        this.context = context;
        this.cursor = cursor;
        this.form = form;
        this.filter = filter;
        this.progress = progress;
        this.place = place;
    }

    /** Whether everything that was asked for could be read and shown. */
    boolean whole() {
        return whole;
    }

    /** Whether a message was asked for, and there was none, even to be left out. */
    boolean empty() {
        return empty;
    }

    /** Shows so many messages at most. */
    void run(long most) throws IOException {
        long shown = 0;
        long read = 0;
        BagMessage message = most > 0 ? next() : null;
        empty = most > 0 && message == null;
        while (message != null) {
            shown += show(message) ? 1 : 0;
            if (waiting.length() >= FULL_BYTES || ++read % LOOK_EVERY == 0) {
                look(message, shown);
            }
            message = shown < most ? next() : null;
        }
        flush();
    }

    private void look(BagMessage message, long shown) throws IOException {
        if (waiting.length() >= FULL_BYTES || System.nanoTime() - flushedNanos >= MOMENT_NANOS) {
            flush();
        }
        place.reached(message.logTime());
        progress.messages(shown);
        filter.look();
    }

    /** What cannot be read is told, and passed over. */
    private BagMessage next() throws IOException {
        while (true) {
            try {
                return cursor.next();
            } catch (ZrsException e) {
                if (e.code() == ErrorCode.CLOSED) {
                    throw e;
                }
                whole = false;
                note(e.getMessage());
            }
        }
    }

    private boolean show(BagMessage recorded) {
        Optional<TopicName> topic = names.get(recorded.channel());
        if (topic == null) {
            topic = name(recorded.channel());
            names.put(recorded.channel(), topic);
        }
        if (topic.isEmpty()) {
            return false;
        }
        Message message = new Message(topic.get(), recorded.payload());
        return filter.test(message, recorded.logTime()) && form.append(waiting, message, instant(recorded.logTime()));
    }

    private Optional<TopicName> name(BagChannel channel) {
        Optional<TopicName> name = RecordedName.of(channel.topic());
        String told = "'" + OneLine.of(channel.topic(), MOST_NAME) + "'";
        if (name.isEmpty()) {
            whole = false;
            note(told + " is no topic's name; its messages are not shown");
        } else if (!name.get().value().equals(channel.topic())) {
            note("the topic " + told + " is shown as " + name.get() + ": no name has blanks");
        }
        return name;
    }

    private static Instant instant(long logTime) {
        return Instant.ofEpochSecond(Long.divideUnsigned(logTime, NANOS), Long.remainderUnsigned(logTime, NANOS));
    }

    private void note(String text) {
        notes++;
        if (notes <= MOST_NOTES) {
            progress.clear();
            context.note(notes < MOST_NOTES ? text : "more like that is not told");
        }
    }

    private void flush() throws IOException {
        if (waiting.length() > 0) {
            waiting.drainTo(context.out());
            context.out().flush();
        }
        flushedNanos = System.nanoTime();
    }
}
