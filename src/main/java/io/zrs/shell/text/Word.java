package io.zrs.shell.text;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A word with what stands for variables in it.
 *
 * @param pieces in their order; none for an empty word
 * @param quoted whether any of it stood in quotes: such a word is one even if it is empty
 */
public record Word(List<Piece> pieces, boolean quoted) {
    /** No text. */
    static final Word EMPTY = new Word(List.of(), false);

    /**
     * Text, or a variable.
     *
     * @param text as it is, or the variable's name; {@code ?} is the last exit code, {@code ~} the home directory
     * @param variable which of both
     */
    public record Piece(String text, boolean variable) {}

    /** Copies the list. */
    public Word {
        pieces = List.copyOf(pieces);
    }

    /** Text alone. */
    static Word of(String text) {
        return new Word(List.of(new Piece(text, false)), false);
    }

    /**
     * What it says.
     *
     * @param variables values by name; null where there is none, which is no text
     * @return empty if it consists of variables without a value, and of no quotes
     */
    public Optional<String> expand(UnaryOperator<String> variables) {
        StringBuilder text = new StringBuilder();
        boolean literal = quoted;
        for (Piece piece : pieces) {
            if (piece.variable()) {
                String value = variables.apply(piece.text());
                text.append(value == null ? "" : value);
            } else {
                literal = true;
                text.append(piece.text());
            }
        }
        return literal || !text.isEmpty() ? Optional.of(text.toString()) : Optional.empty();
    }

    /** As far as it can be told before it runs: variables stand for themselves. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.variable() ? marked(piece.text()) : piece.text());
        }
        return text.toString();
    }

    /** Whether what it says is known only when it runs. */
    public boolean isVariable() {
        for (Piece piece : pieces) {
            if (piece.variable()) {
                return true;
            }
        }
        return false;
    }

    private static String marked(String name) {
        return name.equals("~") ? name : "$" + name;
    }
}
