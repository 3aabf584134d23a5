package io.zrs.expression;

import io.zrs.expression.Node.Listing;
import io.zrs.expression.Node.Literal;
import io.zrs.expression.Node.TimeOfMessage;
import io.zrs.expression.Node.TopicOfMessage;
import io.zrs.expression.Path.Step;
import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.JsonArray;
import io.zrs.expression.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parses what stands between operators: literals, paths, lists, functions, parentheses. */
final class Operands {
    /** The words of the language that are no value. */
    private static final String[] RESERVED = {"and", "or", "not", "in", "contains", "matches"};

    /** No array of which more than this is wanted is kept, so that a higher index is a slip. */
    private static final int MAX_INDEX = PayloadReader.MAX_VALUES - 1;

    private final Source source;
    private final Tokens tokens;
    private final Wanted wanted;
    private final Parser parser;
    private final boolean timed;

    Operands(Source source, Tokens tokens, Wanted wanted, Parser parser, boolean timed) {
        this.source = source;
        this.tokens = tokens;
        this.wanted = wanted;
        this.parser = parser;
        this.timed = timed;
    }

    Node operand() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NUMBER -> new Literal(number(tokens.take()));
            case STRING -> new Literal(new Text(tokens.take().text()));
            case NAME -> named(token);
            case SYMBOL -> bracketed(token);
            case END -> throw tokens.expected("a value");
        };
    }

    private Value number(Token token) {
        char[] digits = token.text().toCharArray();
        Value value = Numbers.parse(digits, 0, digits.length);
        if (value == Constant.MISSING) {
            throw source.error(token.start(), "a number of too many digits, or too large or small", "");
        }
        return value;
    }

    private Node named(Token token) {
        if (token.isOneOf(RESERVED)) {
            throw tokens.expected("a value");
        }
        tokens.take();
        Call.Function function = tokens.current().is("(") ? function(token) : null;
        if (function != null) {
            return new Call(function, parenthesized(tokens.take()));
        }
        return switch (token.text()) {
            case "true" -> new Literal(Constant.TRUE);
            case "false" -> new Literal(Constant.FALSE);
            case "null" -> new Literal(Constant.NULL);
            case "topic" -> topic();
            case "data" -> path(new ArrayList<>());
            case "t" -> timed ? time() : field(token);
            default -> field(token);
        };
    }

    private Node field(Token name) {
        return path(new ArrayList<>(List.of(new Step(name.text(), 0))));
    }

    private Call.Function function(Token name) {
        Call.Function function = Call.Function.of(name);
        if (function == null) {
            throw source.error(
                    name.start(),
                    "there is no function '" + Source.printable(name.text()) + "'",
                    "there are len(x), abs(x) and exists(x)");
        }
        return function;
    }

    private Node topic() {
        if (tokens.current().isOneOf(".", "[")) {
            throw source.error(
                    tokens.current().start(),
                    "'topic' is the topic's name and has no parts",
                    "a field of that name is data.topic");
        }
        return new TopicOfMessage();
    }

    private Node time() {
        if (tokens.current().isOneOf(".", "[")) {
            throw source.error(
                    tokens.current().start(),
                    "'t' is the time in seconds and has no parts",
                    "a field of that name is data.t");
        }
        return new TimeOfMessage();
    }

    /** The rest of a path that begins with {@code steps}. */
    Node path(List<Step> steps) {
        for (Token sign = tokens.takeIf(".", "["); sign != null; sign = tokens.takeIf(".", "[")) {
            if (steps.size() == Expression.MAX_NESTING) {
                throw source.error(sign.start(), "a path of more than " + Expression.MAX_NESTING + " steps", "");
            }
            steps.add(sign.is(".") ? new Step(fieldName(), 0) : subscript());
        }
        Path path = new Path(List.copyOf(steps));
        wanted.add(path);
        return path;
    }

    private String fieldName() {
        if (tokens.current().kind() != Token.Kind.NAME) {
            throw tokens.expected("a field's name");
        }
        return tokens.take().text();
    }

    private Step subscript() {
        Step step;
        if (tokens.current().kind() == Token.Kind.STRING) {
            step = new Step(tokens.take().text(), 0);
        } else {
            boolean fromEnd = tokens.takeIf("-") != null;
            int index = index();
            step = new Step(null, fromEnd ? -index : index);
        }
        tokens.require("]");
        return step;
    }

    private int index() {
        Token token = tokens.current();
        if (token.kind() != Token.Kind.NUMBER) {
            throw tokens.expected("an index or a field's name in quotes");
        }
        tokens.take();
        for (int i = 0; i < token.text().length(); i++) {
            if (!Character.isDigit(token.text().charAt(i))) {
                throw source.error(token.start(), "an index is a whole number", "");
            }
        }
        if (token.text().length() > 9 || Integer.parseInt(token.text()) > MAX_INDEX) {
            throw source.error(token.start(), "an index above " + MAX_INDEX, "");
        }
        return Integer.parseInt(token.text());
    }

    private Node bracketed(Token token) {
        if (token.is("(")) {
            return parenthesized(tokens.take());
        }
        if (token.is("[")) {
            return list(tokens.take());
        }
        throw tokens.expected("a value");
    }

    private Node parenthesized(Token open) {
        parser.enter(open);
        Node node = parser.expression();
        tokens.require(")");
        parser.leave();
        return node;
    }

    private Node list(Token open) {
        parser.enter(open);
        List<Node> elements = new ArrayList<>();
        if (!tokens.current().is("]")) {
            do {
                if (elements.size() == Expression.MAX_LIST) {
                    throw source.error(
                            tokens.current().start(), "a list of more than " + Expression.MAX_LIST + " values", "");
                }
                elements.add(parser.expression());
            } while (tokens.takeIf(",") != null);
        }
        if (tokens.takeIf("]") == null) {
            throw tokens.expected("',' or ']'");
        }
        parser.leave();
        return constant(elements);
    }

    /** A list of literals is one itself, made once. */
    private static Node constant(List<Node> elements) {
        List<Value> values = new ArrayList<>(elements.size());
        for (Node element : elements) {
            if (!(element instanceof Literal literal)) {
                return new Listing(List.copyOf(elements));
            }
            values.add(literal.value());
        }
        return new Literal(new JsonArray(values));
    }

    /** The regular expression behind its operator. */
    Pattern pattern() {
        if (tokens.current().kind() != Token.Kind.STRING) {
            throw tokens.expected("a regular expression in quotes");
        }
        return RegexMatch.compile(source, tokens.take());
    }
}
