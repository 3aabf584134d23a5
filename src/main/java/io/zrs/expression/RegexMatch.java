package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Text;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code operand =~ 'pattern'}: whether the pattern is found anywhere in a string. */
record RegexMatch(Node operand, Pattern pattern, AtomicLong givenUp) implements Node {
    /** The longest pattern: its parts recurse when it is compiled. */
    static final int MAX_LENGTH = 1000;

    /** How often a match may look at a character: far more than a sane pattern does, gone in some milliseconds. */
    private static final long BASE_BUDGET = 500_000;

    private static final long BUDGET_PER_CHARACTER = 20;

    /** The pattern in a string of the expression. */
    static Pattern compile(Source source, Token token) {
        if (token.text().length() > MAX_LENGTH) {
            throw source.error(token.start(), "a regular expression of more than " + MAX_LENGTH + " characters", "");
        }
        try {
            // As written first: what is cut off must not heal an error, nor move the place of one.
            Pattern written = Pattern.compile(token.text());
            String sought = withoutPrefix(token.text());
            return sought.length() == token.text().length() ? written : Pattern.compile(sought);
        } catch (PatternSyntaxException e) {
            // The description alone: the message draws a picture of several lines.
            throw source.error(token.start(), "no regular expression: " + Source.printable(e.getDescription()), "");
        }
    }

    /**
     * {@code .*x} is found where {@code x} is, but takes the square of the text's length to be not found. People write it
     * all the same.
     */
    static String withoutPrefix(String regex) {
        int at = 0;
        while (regex.startsWith(".*", at) && !regex.startsWith("+", at + 2)) {
            at += regex.startsWith("?", at + 2) ? 3 : 2;
        }
        return regex.substring(at);
    }

    @Override
    public Value evaluate(Scope scope) {
        return operand.evaluate(scope) instanceof Text text ? isFoundIn(text.value()) : Constant.MISSING;
    }

    @Override
    public boolean mayBeCondition() {
        return true;
    }

    private Constant isFoundIn(String text) {
        long budget = BASE_BUDGET + BUDGET_PER_CHARACTER * text.length();
        try {
            return Constant.of(pattern.matcher(new BudgetedText(text, budget)).find());
        } catch (BudgetedText.Exceeded | StackOverflowError e) {
            // The JDK's matcher recurses for each round of a group, such as of (a|b)*: a long text is enough to
            // overflow the stack. It keeps nothing that the error could leave half done.
            givenUp.incrementAndGet();
            return Constant.MISSING;
        }
    }
}
