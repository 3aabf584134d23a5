package io.zrs.expression;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression for whole names, as rosbag's options have it. No name takes it long, whatever it is. */
public final class NameRegex {
    private static final long BUDGET = 500_000;

    private final Pattern pattern;

    private NameRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads one, in the form of {@link Pattern}.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none, or longer than 1000 characters
     */
    public static NameRegex parse(String text) {
        if (text.length() > RegexMatch.MAX_LENGTH) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "a regular expression of more than " + RegexMatch.MAX_LENGTH + " characters",
                    "make it shorter");
        }
        try {
            return new NameRegex(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new ZrsException(
                    ErrorCode.INVALID, "'" + text + "' is no regular expression: " + e.getDescription(), "", e);
        }
    }

    /**
     * Whether it stands for all of a name.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if that takes too long to find out
     */
    public boolean matches(String name) {
        try {
            return pattern.matcher(new BudgetedText(name, BUDGET)).matches();
        } catch (BudgetedText.Exceeded | StackOverflowError e) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "the regular expression '" + pattern + "' takes too long for " + name,
                    "make it simpler",
                    e);
        }
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
