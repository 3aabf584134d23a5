package io.zrs.bag.play;

import io.zrs.bag.Bag;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** A player on a clock of its own: what it sends, and when. */
final class Stage implements PlaySink {
    final FakeTime time = new FakeTime();
    final List<String> sent = new ArrayList<>();
    final List<Double> times = new ArrayList<>();
    final List<String> clocks = new ArrayList<>();
    final List<ZrsException> damage = new ArrayList<>();
    final PlayPlan plan;
    Player player;

    /** How long the next message finds no room, in seconds. */
    double stall;

    /** How far ahead it is to be read. */
    long reach;

    private double starvedUntil;
    private double filledAt;

    Stage(Bag... bags) {
        this(List.of(bags), (bag, topic) -> topic.equals("/not") ? Optional.empty() : Optional.of(topic));
    }

    Stage(List<Bag> bags, PlayNames names) {
        plan = new PlayPlan(bags, names);
    }

    /** Until so many seconds after the beginning nothing can be read. */
    void starveUntil(double seconds) {
        starvedUntil = seconds;
    }

    /** Until so many seconds after the beginning less has been read than there should be. */
    void fillUntil(double seconds) {
        filledAt = seconds;
    }

    PlayRange all() {
        return new PlayRange(0, plan.length(), false);
    }

    static PlayRange range(double from, double until, boolean loops) {
        return new PlayRange(Math.round(from * 1e9), Math.round(until * 1e9), loops);
    }

    Player player(PlayOptions options) {
        MessageStream stream = new MessageStream(plan, options.range(), options.breakWhen(), damage::add);
        player = Player.of(plan, options, new Direct(stream), this, time);
        return player;
    }

    /** Plays to the end; gives what was sent, as {@code TIME TOPIC PAYLOAD}. */
    List<String> play(PlayOptions options) {
        player(options).run();
        return sent;
    }

    @Override
    public boolean send(int topic, byte[] payload, Duration atMost) {
        if (stall > 0) {
            time.pass(atMost.toNanos() / 1e9);
            stall -= atMost.toNanos() / 1e9;
            return false;
        }
        times.add(time.seconds());
        sent.add(seconds() + " " + plan.topics().get(topic).name() + " " + new String(payload, StandardCharsets.UTF_8));
        return true;
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.3f", time.seconds());
    }

    @Override
    public void clock(long nanos) {
        clocks.add(seconds() + " " + String.format(Locale.ROOT, "%.3f", (nanos - FakeBag.START) / 1e9));
    }

    /** A stream without a thread. */
    private final class Direct implements PlaySource {
        private final MessageStream stream;
        private PlayItem next;

        Direct(MessageStream stream) {
            this.stream = stream;
        }

        @Override
        public void seek(long offset) {
            stream.seek(offset);
            next = null;
        }

        @Override
        public PlayItem peek() {
            next = next == null ? stream.next() : next;
            return time.seconds() < starvedUntil ? null : next;
        }

        @Override
        public void take() {
            next = null;
        }

        @Override
        public void reach(long nanos) {
            reach = nanos;
        }

        @Override
        public boolean isFilled() {
            return time.seconds() >= filledAt;
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    /** A message each second, of one topic. */
    static FakeBag five() {
        return new FakeBag()
                .add("/a", 0, "0")
                .add("/a", 1, "1")
                .add("/a", 2, "2")
                .add("/a", 3, "3")
                .add("/a", 4, "4");
    }

    /** Options without a delay, a clock, or gaps to leave out. */
    static PlayOptions options(
            PlayRange range, double rate, boolean paused, boolean keeps, Predicate<Message> breakWhen) {
        return new PlayOptions(
                range, rate, Duration.ZERO, paused, keeps, 0, Optional.ofNullable(breakWhen), false, Optional.empty());
    }
}
