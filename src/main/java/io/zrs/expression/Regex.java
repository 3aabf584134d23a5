package io.zrs.expression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions that are short and repeat by counts within reason: what a budget of looks cannot see. */
final class Regex {
    static final int MAX_LENGTH = 1000;

    /** The product of all counts: rounds of something empty look at no character, so nothing else would end them. */
    private static final long MAX_ROUNDS = 100_000;

    private Regex() {}

    static Pattern compile(Source source, Token token) {
        String regex = token.text();
        if (regex.length() > MAX_LENGTH) {
            throw source.error(token.start(), "a regular expression of more than " + MAX_LENGTH + " characters", "");
        }
        if (rounds(regex) > MAX_ROUNDS) {
            throw source.error(
                    token.start(), "a regular expression whose counts multiply to more than " + MAX_ROUNDS, "");
        }
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            // The description alone: the message draws a picture of several lines.
            String what = "no regular expression: " + Source.printable(e.getDescription());
            throw source.error(token.start(), what, "");
        }
    }

    /** The product of what stands in <code>{n}</code> and <code>{n,m}</code>, or more than the limit. */
    private static long rounds(String regex) {
        long product = 1;
        long number = 0;
        long largest = 0;
        boolean counting = false;
        for (int i = 0; i < regex.length() && product <= MAX_ROUNDS; i++) {
            char c = regex.charAt(i);
            if (c == '{') {
                counting = true;
                number = 0;
                largest = 1;
            } else if (counting && c >= '0' && c <= '9') {
                number = Math.min(MAX_ROUNDS + 1, 10 * number + c - '0');
                largest = Math.max(largest, number);
            } else if (counting && c == ',') {
                number = 0;
            } else {
                product *= counting && c == '}' ? largest : 1;
                counting = false;
            }
        }
        return product;
    }
}
