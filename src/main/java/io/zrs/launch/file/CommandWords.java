package io.zrs.launch.file;

import io.zrs.model.OneLine;
import io.zrs.yaml.Place;
import io.zrs.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command line in words, as a POSIX shell splits it: blanks, both kinds of quotes, and the backslash. What {@code $(…)} stands
 * for stays one word, whatever is in it; but {@code $(words NAME)} is split in its turn. Not in single quotes, as in a shell.
 */
final class CommandWords {
    /** Words that are a shell's business: somebody who writes one wants a shell. */
    private static final Set<String> OPERATORS = Set.of("|", "||", "&", "&&", ";", "|&");

    private static final int SHOWN_CHARS = 40;

    private final Place place;
    private final String text;
    private final Optional<Scope> scope;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int at;
    private boolean begun;
    private boolean quoted;

    private CommandWords(Place place, String text, Optional<Scope> scope) {
        this.place = place;
        this.text = text;
        this.scope = scope;
    }

    /** The words of a value. */
    static List<String> of(YamlScalar scalar, Scope scope) {
        String text = Scope.withoutNul(scalar.place(), scalar.text());
        return new CommandWords(scalar.place(), text, Optional.of(scope)).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
                end();
            } else if (c == '\'') {
                single();
            } else if (c == '"') {
                twice();
            } else {
                plain(c);
            }
        }
        end();
        return words;
    }

    private void end() {
        String made = word.toString();
        if (begun && !quoted && isForShell(made)) {
            throw place.error("'" + made + "' is for a shell", "write shell: true, or quote it");
        }
        // An argument that is empty and not in quotes leaves nothing behind, as in a shell.
        if (begun && (quoted || !made.isEmpty())) {
            words.add(made);
        }
        word.setLength(0);
        begun = false;
        quoted = false;
    }

    /** Also redirections with their file, and the end of a command; within a word, such signs may be a URL's or a pattern's. */
    private static boolean isForShell(String word) {
        int sign = !word.isEmpty() && (Character.isDigit(word.charAt(0)) || word.charAt(0) == '&') ? 1 : 0;
        boolean redirects = word.length() > sign && "<>".indexOf(word.charAt(sign)) >= 0;
        return redirects || OPERATORS.contains(word) || word.endsWith(";");
    }

    private void plain(char c) {
        begun = true;
        if (c == '~' && word.isEmpty() && !quoted && scope.isPresent() && isHome()) {
            throw place.error(
                    "'" + shown(text.substring(at)) + "': without a shell, '~' is no folder",
                    "write $(env HOME), or quote it");
        }
        if (c == '\\') {
            if (at + 1 == text.length()) {
                throw place.error("there is nothing after the last backslash", "write two for one");
            }
            quoted = true;
            word.append(text.charAt(at + 1));
            at += 2;
        } else if (c == '$') {
            dollar(false);
        } else {
            word.append(c);
            at++;
        }
    }

    private boolean isHome() {
        return at + 1 == text.length() || "/ \t\r\n".indexOf(text.charAt(at + 1)) >= 0;
    }

    private void single() {
        int close = text.indexOf('\'', at + 1);
        if (close < 0) {
            throw unclosed();
        }
        begun = true;
        quoted = true;
        word.append(text, at + 1, close);
        at = close + 1;
    }

    private void twice() {
        int open = at++;
        begun = true;
        quoted = true;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else if (c == '$') {
                dollar(true);
            } else {
                word.append(c);
                at++;
            }
        }
        if (at == text.length()) {
            at = open;
            throw unclosed();
        }
        at++;
    }

    private void dollar(boolean inQuotes) {
        boolean last = at + 1 == text.length();
        if (scope.isEmpty() || last) {
            word.append(text.charAt(at++));
        } else if (text.startsWith("$$(", at)) {
            word.append("$(");
            at += 3;
        } else if (text.charAt(at + 1) == '(') {
            int end = Scope.end(place, text, at);
            substitute(text.substring(at, end), inQuotes);
            at = end;
        } else if (text.charAt(at + 1) == '{' || Character.isLetter(text.charAt(at + 1))) {
            throw place.error(
                    "'" + shown(text.substring(at)) + "': without a shell, no variable is looked up like this",
                    "write $(env NAME), or \\$ for the sign itself, or shell: true");
        } else {
            word.append(text.charAt(at++));
        }
    }

    private void substitute(String expression, boolean inQuotes) {
        String value = scope.orElseThrow().value(place, expression);
        if (inQuotes || !Scope.isWords(expression)) {
            word.append(value);
            // Blanks or an operator in the value are the value's.
            quoted |= !value.isEmpty();
            return;
        }
        boolean alone = !begun || word.isEmpty() && !quoted;
        int after = text.indexOf(')', at) + 1;
        if (!alone || after < text.length() && " \t\r\n".indexOf(text.charAt(after)) < 0) {
            throw place.error("'" + shown(expression) + "' stands for several words, and so has to stand alone");
        }
        words.addAll(new CommandWords(place, value, Optional.empty()).split());
    }

    private RuntimeException unclosed() {
        return place.error("this quote is not closed: " + shown(text.substring(at)));
    }

    private static String shown(String text) {
        return OneLine.of(text, SHOWN_CHARS);
    }
}
