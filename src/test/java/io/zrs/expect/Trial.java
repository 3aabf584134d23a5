package io.zrs.expect;

import io.zrs.expect.Expectation.Match;
import io.zrs.expression.Expression;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A watch on a topic of a test, with a clock in milliseconds that starts at 1000. */
final class Trial {
    static final long START = 1000;
    private static final long NANOS = 1_000_000;
    private static final TopicName TOPIC = new TopicName("/odom");

    private final Watch watch;

    private Trial(Watch watch) {
        this.watch = watch;
    }

    /** What is expected, put together word by word. */
    static final class Words {
        private Optional<RateRange> hz = Optional.empty();
        private Optional<CountRange> count = Optional.empty();
        private Optional<Expression> filter = Optional.empty();
        private Match match = Match.UNSAID;
        private boolean silent;
        private Duration within = Duration.ofSeconds(5);

        Words hz(String text) {
            hz = Optional.of(RateRange.parse(text));
            return this;
        }

        Words count(String text) {
            count = Optional.of(CountRange.parse(text));
            return this;
        }

        Words filter(String text) {
            filter = Optional.of(Expression.parseCondition(text));
            return this;
        }

        Words match(Match choice) {
            match = choice;
            return this;
        }

        Words every(String text) {
            return filter(text).match(Match.EVERY);
        }

        Words silent() {
            silent = true;
            return this;
        }

        Words within(Duration time) {
            within = time;
            return this;
        }

        Expectation expectation() {
            return new Expectation("", TOPIC, hz, count, filter, match, silent, within);
        }

        /** A watch that was started. */
        Trial start() {
            Trial trial = new Trial(new Watch(expectation()));
            trial.watch.start(START * NANOS);
            return trial;
        }

        /** A watch that is still to be started. */
        Trial early() {
            return new Trial(new Watch(expectation()));
        }
    }

    static Words expect() {
        return new Words();
    }

    Watch watch() {
        return watch;
    }

    Trial start() {
        watch.start(START * NANOS);
        return this;
    }

    /** A message comes so many milliseconds after the start. */
    Trial at(long millis, String payload) {
        watch.take(Message.of(TOPIC, payload), (START + millis) * NANOS);
        return this;
    }

    Trial pass(long millis) {
        return pass(millis, 0);
    }

    Trial pass(long millis, long lost) {
        watch.pass((START + millis) * NANOS, lost);
        return this;
    }

    boolean isDone() {
        return watch.isDone();
    }

    /** Every finding in a line: the outcome, what is, what should be, why, and when. */
    String told() {
        StringBuilder out = new StringBuilder();
        List<Finding> findings = watch.findings();
        for (Finding finding : findings) {
            out.append(out.length() == 0 ? "" : "\n")
                    .append(finding.outcome().word())
                    .append(": ");
            out.append(finding.actual()).append(", expected ").append(finding.expected());
            out.append(finding.reason().isEmpty() ? "" : "; " + finding.reason());
            out.append(" @").append(finding.nanos() / NANOS);
            finding.message().ifPresent(message -> out.append(" ").append(message.text()));
        }
        return out.toString();
    }
}
