package io.zrs.expression;

import io.zrs.expression.Node.TopicOfMessage;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.text.JsonPath;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A field of messages that somebody names, such as {@code pose.x} or {@code ranges[-1]}: a path as in an {@link
 * Expression}. For JSON's own way to write it, {@code .pose.x} and {@code [0].x} start at the payload too.
 *
 * @param text as it was written
 * @param path the way from the payload to it; empty for {@code topic}, the name of the message's topic
 */
public record FieldReference(String text, Optional<JsonPath> path) {
    /**
     * Reads one.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none; the message names the column, counted from 1
     */
    public static FieldReference parse(String text) {
        if (text.isBlank() || text.length() > Expression.MAX_LENGTH) {
            throw new ZrsException(ErrorCode.INVALID, "a field needs a name", "write one such as pose.x or ranges[0]");
        }
        Source source = new Source(text);
        Node node = text.startsWith(".") || text.startsWith("[") ? bare(source) : named(source);
        if (node instanceof TopicOfMessage) {
            return new FieldReference(text, Optional.empty());
        }
        if (node instanceof Path path) {
            return new FieldReference(
                    text,
                    Optional.of(new JsonPath(path.steps().stream()
                            .map(step -> new JsonPath.Step(step.field(), step.index()))
                            .toList())));
        }
        throw source.error(0, "no path of a field", "write one such as pose.x or ranges[0]");
    }

    private static Node named(Source source) {
        return new Parser(source, new Wanted(), new AtomicLong(), false).parse();
    }

    private static Node bare(Source source) {
        AtomicLong givenUp = new AtomicLong();
        Wanted wanted = new Wanted();
        Tokens tokens = new Tokens(source);
        Operands operands = new Operands(source, tokens, wanted, new Parser(source, wanted, givenUp, false), false);
        Node path = operands.path(new ArrayList<>());
        if (!tokens.atEnd()) {
            throw tokens.expected("'.' or '['");
        }
        return path;
    }
}
