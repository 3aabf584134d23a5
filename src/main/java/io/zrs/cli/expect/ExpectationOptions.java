package io.zrs.cli.expect;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ValueKind;
import io.zrs.expect.CountRange;
import io.zrs.expect.Expectation;
import io.zrs.expect.Expectation.Match;
import io.zrs.expect.RateRange;
import io.zrs.expression.Expression;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.Optional;

/** The options that say what one topic is expected to do. */
final class ExpectationOptions {
    private final Argument<RateRange> hz;
    private final Argument<CountRange> count;
    private final Argument<Expression> filter;
    private final Argument<Boolean> any;
    private final Argument<Boolean> every;
    private final Argument<Boolean> silent;

    /** Adds the options to the command. */
    ExpectationOptions(Definition me) {
        hz = me.option(
                        "--hz",
                        "A..B",
                        RateRange::parse,
                        "So often, on average. A.. and ..B are open; 10",
                        "stands for 9..11, a tenth around it.")
                .completes(ValueKind.NONE);
        count = me.option(
                        "-n --count",
                        "N[..M]",
                        CountRange::parse,
                        "So many messages, or more: done when they are",
                        "there. With ..M no more than M, all the time.")
                .completes(ValueKind.NONE);
        filter = me.option("--filter", "EXPR", Expression::parseCondition, "Which messages count, as x > 1 does.")
                .completes(ValueKind.EXPRESSION);
        any = me.flag("--any", "One that matches is enough; so it is by itself.");
        every = me.flag("--every", "All messages have to match, and one has to come.");
        silent = me.flag("--silent", "No message comes, or none that matches.");
    }

    /** The first of them that is given. */
    Optional<String> given() {
        return name(hz.value().isPresent(), "--hz")
                .or(() -> name(count.value().isPresent(), "--count"))
                .or(() -> name(filter.value().isPresent(), "--filter"))
                .or(() -> name(any.get(), "--any"))
                .or(() -> name(every.get(), "--every"))
                .or(() -> name(silent.get(), "--silent"));
    }

    private static Optional<String> name(boolean given, String option) {
        return given ? Optional.of(option) : Optional.empty();
    }

    /** What they say of {@code topic}. */
    Expectation expectation(TopicName topic, Duration within) {
        if (any.get() && every.get()) {
            throw ExpectCommand.contradiction("--any", "--every");
        }
        Match one = any.get() ? Match.ANY : Match.UNSAID;
        Match match = every.get() ? Match.EVERY : one;
        return new Expectation("", topic, hz.value(), count.value(), filter.value(), match, silent.get(), within);
    }
}
