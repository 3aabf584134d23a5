package io.zrs.expression;

import io.zrs.expression.Arithmetic.Negation;
import io.zrs.expression.Arithmetic.Term;
import io.zrs.expression.Node.Literal;
import io.zrs.expression.Value.Numeric;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Builds the tree of an expression by recursive descent: its operators, from the loosest to the tightest. */
final class Parser {
    private static final String[] AND = {"and", "&&"};
    private static final String[] OR = {"or", "||"};
    private static final String[] NOT = {"not", "!"};
    private static final String[] SUM = {"+", "-"};
    private static final String[] PRODUCT = {"*", "/", "%"};

    private final Source source;
    private final Tokens tokens;
    private final Operands operands;
    private final AtomicLong givenUp;
    private int depth;

    /** A parser; {@code timed} is whether {@code t} is a message's time instead of a field. */
    Parser(Source source, Wanted wanted, AtomicLong givenUp, boolean timed) {
        this.source = source;
        this.tokens = new Tokens(source);
        this.operands = new Operands(source, tokens, wanted, this, timed);
        this.givenUp = givenUp;
    }

    /** All there is. */
    Node parse() {
        Node node = expression();
        if (!tokens.atEnd()) {
            throw tokens.expected("an operator");
        }
        return node;
    }

    Node expression() {
        Token first = tokens.current();
        Node left = conjunction();
        if (!tokens.current().isOneOf(OR)) {
            return left;
        }
        List<Node> conditions = new ArrayList<>();
        conditions.add(condition(left, first, tokens.current()));
        for (Token or = tokens.takeIf(OR); or != null; or = tokens.takeIf(OR)) {
            Token start = tokens.current();
            conditions.add(condition(conjunction(), start, or));
        }
        return Junction.or(conditions);
    }

    private Node conjunction() {
        Token first = tokens.current();
        Node left = negation();
        if (!tokens.current().isOneOf(AND)) {
            return left;
        }
        List<Node> conditions = new ArrayList<>();
        conditions.add(condition(left, first, tokens.current()));
        for (Token and = tokens.takeIf(AND); and != null; and = tokens.takeIf(AND)) {
            Token start = tokens.current();
            conditions.add(condition(negation(), start, and));
        }
        return Junction.and(conditions);
    }

    private Node negation() {
        Token not = tokens.takeIf(NOT);
        if (not == null) {
            return comparison();
        }
        enter(not);
        Token start = tokens.current();
        Node node = new Junction.Not(condition(negation(), start, not));
        leave();
        return node;
    }

    /** Catches {@code x == 1 or 2}, which does not mean what it says. */
    private Node condition(Node node, Token start, Token operator) {
        if (node.mayBeCondition()) {
            return node;
        }
        throw source.error(
                start.start(),
                "'" + operator.text() + "' joins conditions, and this is none",
                "write each comparison out, as in x == 1 or x == 2, or use x in [1, 2]");
    }

    private Node comparison() {
        Node left = sum();
        Node node = comparison(left);
        if (node != left && isComparison(tokens.current())) {
            throw source.error(
                    tokens.current().start(),
                    "'" + tokens.current().text() + "' cannot follow another comparison",
                    "join two comparisons by 'and', as in 0 < x and x < 9");
        }
        return node;
    }

    private Node comparison(Node left) {
        Comparison.Operator operator = Comparison.Operator.of(tokens.current());
        if (operator != null) {
            tokens.take();
            return new Comparison(operator, left, sum());
        }
        if (tokens.takeIf("in") != null) {
            return new Membership(sum(), left);
        }
        if (tokens.takeIf("contains") != null) {
            return new Membership(left, sum());
        }
        if (tokens.takeIf("=~", "matches") != null) {
            return new RegexMatch(left, operands.pattern(), givenUp);
        }
        if (tokens.takeIf("not") != null) {
            tokens.require("in");
            return new Junction.Not(new Membership(sum(), left));
        }
        return left;
    }

    private static boolean isComparison(Token token) {
        return Comparison.Operator.of(token) != null || token.isOneOf("in", "contains", "=~", "matches", "not");
    }

    private Node sum() {
        Node first = product();
        List<Term> rest = new ArrayList<>();
        for (Token sign = tokens.takeIf(SUM); sign != null; sign = tokens.takeIf(SUM)) {
            rest.add(new Term(sign.text().charAt(0), product()));
        }
        return rest.isEmpty() ? first : new Arithmetic(first, rest);
    }

    private Node product() {
        Node first = unary();
        List<Term> rest = new ArrayList<>();
        for (Token sign = tokens.takeIf(PRODUCT); sign != null; sign = tokens.takeIf(PRODUCT)) {
            rest.add(new Term(sign.text().charAt(0), unary()));
        }
        return rest.isEmpty() ? first : new Arithmetic(first, rest);
    }

    private Node unary() {
        Token minus = tokens.takeIf("-");
        if (minus == null) {
            return operands.operand();
        }
        enter(minus);
        Node operand = unary();
        leave();
        return operand instanceof Literal literal && literal.value() instanceof Numeric number
                ? new Literal(Numbers.negate(number))
                : new Negation(operand);
    }

    /** Counts what the tree's depth, and so the stack, grows with. */
    void enter(Token token) {
        if (++depth > Expression.MAX_NESTING) {
            throw tooDeep(token);
        }
    }

    void leave() {
        depth--;
    }

    private ZrsException tooDeep(Token token) {
        return source.error(token.start(), "nested more than " + Expression.MAX_NESTING + " deep", "");
    }
}
