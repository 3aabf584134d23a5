package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Text;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** {@code operand =~ 'pattern'}: whether the pattern is found anywhere in a string. */
record RegexMatch(Node operand, Pattern pattern, AtomicLong givenUp) implements Node {
    /** How often a match may look at a character: enough for a minute's log line, gone in a millisecond. */
    private static final long BASE_BUDGET = 100_000;

    private static final long BUDGET_PER_CHARACTER = 20;

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
