package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A question about messages, such as {@code speed > 3 and unit == 'm/s'}, or a value out of them, such as {@code
 * abs(x - y)}.
 *
 * <pre>
 * expression = condition { ("or" | "||") condition }
 * condition  = negation { ("and" | "&amp;&amp;") negation }
 * negation   = ("not" | "!") negation | comparison
 * comparison = sum [ ("==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | ["not"] "in" | "contains") sum
 *                  | ("=~" | "matches") string ]
 * sum        = product { ("+" | "-") product }
 * product    = unary { ("*" | "/" | "%") unary }
 * unary      = "-" unary | operand
 * operand    = number | string | "true" | "false" | "null" | list | function | path | "(" expression ")"
 * list       = "[" [ expression { "," expression } ] "]"
 * function   = ("len" | "abs" | "exists") "(" expression ")"
 * path       = "topic" | name { "." name | "[" string "]" | "[" ["-"] digits "]" }
 * string     = "'" … "'" | '"' … '"'      \\ \' \" \n \r \t are one character; any other backslash stays
 * </pre>
 *
 * <p><b>Paths.</b> {@code a.b[0].c} goes through the payload's JSON; {@code [-1]} is an array's last element. {@code
 * data} is the whole payload, a text where it is no JSON, and {@code data.x} is {@code x}: the way to fields with odd
 * names, {@code data["odd key"]}, {@code data.topic}, {@code data.in}. {@code topic} is the name of the message's topic.
 *
 * <p><b>Missing.</b> A field that is not there, a payload that is not UTF-8, and an operation on what it is not for
 * ({@code 'a' > 1}, {@code 1 / 0}) are missing. What is computed from a missing value is missing, and a missing
 * condition does not match, nor does its {@code not}: three-valued logic, as in SQL. {@code false and …} and {@code true
 * or …} hold whatever the rest is. {@code exists(x)} asks. JSON's {@code null} is a value.
 *
 * <p><b>Operators.</b> {@code ==} compares any two values, arrays and objects all the way down; two of different kinds
 * are not equal. {@code <} is for two numbers, or two strings in the order of their UTF-16 code units. Numbers are
 * compared exactly and computed to 34 digits; {@code /} gives fractions, {@code %} has the sign of its left side. A
 * number of more than 1000 characters or out of 1e±1000 is missing. {@code in} and {@code
 * contains} look for an element of an array, a part of a string, or a field's name in an object. {@code =~} is whether a
 * {@link java.util.regex.Pattern} is found anywhere in a string. {@code len} counts a string's characters, an array's
 * elements, an object's fields.
 *
 * <p><b>Bounds.</b> {@value #MAX_LENGTH} characters, {@value #MAX_NESTING} levels, {@value #MAX_LIST} values in a list,
 * 1000 characters in a regular expression. A message takes time in proportion to its payload: a regular expression that
 * looks at characters too often is given up, and its answer is missing. What no payload can do, a pattern can: one that
 * branches without looking at any character, such as <code>(|){99}x</code>, is not stopped.
 *
 * <p>Immutable but for the count of what was given up; any number of threads may use one expression at once.
 */
public final class Expression {
    /** The longest expression, in UTF-16 code units. */
    public static final int MAX_LENGTH = 4096;

    /** How deep parentheses, lists, {@code not} and {@code -} may nest, and how many steps a path may have. */
    public static final int MAX_NESTING = 64;

    /** How many values a list may hold. */
    public static final int MAX_LIST = 256;

    private static final int NANO_DIGITS = 9;

    private final String text;
    private final Wanted wanted = new Wanted();
    private final AtomicLong givenUp = new AtomicLong();
    private final Node root;

    private Expression(String text, boolean timed) {
        if (text.length() > MAX_LENGTH) {
            throw new ZrsException(ErrorCode.INVALID, "the expression is longer than " + MAX_LENGTH + " characters");
        }
        if (text.isBlank()) {
            throw new ZrsException(ErrorCode.INVALID, "the expression is empty", "write one such as x > 1");
        }
        this.text = text;
        this.root = new Parser(new Source(text), wanted, givenUp, timed).parse();
    }

    /**
     * Reads an expression, be it a condition or any other value.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none; the message names the column, counted from 1
     */
    public static Expression parse(String text) {
        return new Expression(text, false);
    }

    /**
     * Reads an expression that has to be a condition, as a filter does.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} as for {@link #parse}, and if it can never be true, such as {@code
     *     x + 1}
     */
    public static Expression parseCondition(String text) {
        return condition(new Expression(text, false));
    }

    /**
     * As {@link #parseCondition}, for messages of a recording: {@code t} is when one was recorded, in seconds since 1970, to be
     * given to {@link #matches(Message, long)}. A field of that name is {@code data.t}.
     */
    public static Expression parseTimedCondition(String text) {
        return condition(new Expression(text, true));
    }

    private static Expression condition(Expression expression) {
        if (!expression.root.mayBeCondition()) {
            throw new Source(expression.text).error(0, "a value, but no condition", "compare it, as in x + 1 > 2");
        }
        return expression;
    }

    /** Whether the condition holds for a message. Never throws, whatever the payload is. */
    public boolean matches(Message message) {
        return evaluate(message) == Constant.TRUE;
    }

    /** What the expression amounts to for a message; {@link Constant#MISSING} if to nothing. Never throws. */
    public Value evaluate(Message message) {
        return root.evaluate(new Scope(message, wanted, Constant.MISSING));
    }

    /**
     * Whether the condition holds for a message that was recorded at a time, in nanoseconds since 1970, unsigned. Never throws,
     * whatever the payload is.
     */
    public boolean matches(Message message, long nanos) {
        Value time = new Value.Decimal(new BigDecimal(Numbers.unsigned(nanos), NANO_DIGITS));
        return root.evaluate(new Scope(message, wanted, time)) == Constant.TRUE;
    }

    /**
     * From when to when a message must have been recorded for the condition to hold, as far as its form tells: never too short a time.
     * Both are included, in nanoseconds since 1970, unsigned; where nothing can match, the first is the later one.
     */
    public long[] times() {
        TimeBounds bounds = TimeBounds.of(root, true);
        BigInteger from = bounds.from().max(TimeBounds.ALL.from());
        BigInteger until = bounds.until().min(TimeBounds.ALL.until());
        if (from.compareTo(until) > 0) {
            return new long[] {-1L, 0};
        }
        return new long[] {from.longValue(), until.longValue()};
    }

    /** Which of the fields that the expression names are not in a message; whole payloads are in any that is JSON. */
    public Set<String> absent(Message message) {
        Scope scope = new Scope(message, wanted, Constant.MISSING);
        Set<String> absent = new LinkedHashSet<>();
        for (Path path : wanted.paths()) {
            if (path.evaluate(scope) == Constant.MISSING) {
                absent.add(path.text());
            }
        }
        return absent;
    }

    /** How many times so far a regular expression was given up because it took too long. */
    public long givenUp() {
        return givenUp.get();
    }

    /** The expression as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
