package io.zrs.cli.bag.record;

import io.zrs.bag.record.Trigger;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;

/** The options that have a recording wait for something. */
final class TriggerOptions {
    private static final Duration PRE = Duration.ofSeconds(10);
    private static final Duration POST = Duration.ofSeconds(30);

    private final Argument<TriggerWatch> when;
    private final Argument<Duration> pre;
    private final Argument<Duration> post;

    TriggerOptions(Definition command) {
        when = command.option(
                        "--when", "EXPR", TriggerOptions::condition, "Only around messages that match, as x > 1 does;")
                .completes(ValueKind.EXPRESSION);
        pre = command.option("--pre", "TIME", TriggerOptions::span, "what came up to TIME before, 10s unless given,")
                .completes(ValueKind.NONE);
        post = command.option("--post", "TIME", TriggerOptions::span, "and after, 30s; each time in another file.")
                .completes(ValueKind.NONE);
    }

    /** As a duration, and none at all is one. */
    private static Duration span(String text) {
        return text.equals("0") || text.equals("0s") ? Duration.ZERO : Quantity.duration(text);
    }

    private static TriggerWatch condition(String text) {
        return new TriggerWatch(Expression.parseCondition(text));
    }

    /** What is waited for. */
    Optional<TriggerWatch> watch() {
        return when.value();
    }

    boolean isGiven() {
        return when.value().isPresent();
    }

    Optional<Trigger> chosen() {
        if (!isGiven() && (pre.value().isPresent() || post.value().isPresent())) {
            String name = pre.value().isPresent() ? "--pre" : "--post";
            throw new ZrsException(
                    ErrorCode.INVALID, name + " without --when", "say what to wait for, as --when 'speed > 3'");
        }
        return when.value()
                .map(watch -> new Trigger(
                        watch,
                        pre.value().orElse(PRE).toNanos(),
                        post.value().orElse(POST).toNanos()));
    }
}
