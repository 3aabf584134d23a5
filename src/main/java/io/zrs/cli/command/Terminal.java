package io.zrs.cli.command;

import java.util.function.UnaryOperator;

/**
 * What is known of the streams' other ends.
 *
 * @param in whether standard input is a terminal
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param colours how many colours may be used where a terminal is: 0, 8 or 256
 */
public record Terminal(boolean in, boolean out, boolean err, int colours) {
    /** No terminal anywhere: pipes and files. */
    public static final Terminal NONE = new Terminal(false, false, false, 0);

    private static final int FEW = 8;
    private static final int MANY = 256;

    /** A terminal, or none, that nothing is typed at. */
    public Terminal(boolean out, boolean err, int colours) {
        this(false, out, err, colours);
    }

    /**
     * Reads what the launcher found out and the environment wants.
     *
     * <p>Java cannot tell standard output from standard input here: {@code System.console()} asks for both up to Java
     * 21 and for neither from 22 on. So the launcher tests each and says it in properties; without it there is no
     * terminal.
     *
     * @param property system properties by name; null where one is not set
     * @param environment likewise for environment variables
     */
    public static Terminal detect(UnaryOperator<String> property, UnaryOperator<String> environment) {
        boolean in = Boolean.parseBoolean(property.apply("zrs.stdin.terminal"));
        boolean out = Boolean.parseBoolean(property.apply("zrs.stdout.terminal"));
        boolean err = Boolean.parseBoolean(property.apply("zrs.stderr.terminal"));
        return new Terminal(in, out, err, coloursOf(environment));
    }

    private static int coloursOf(UnaryOperator<String> environment) {
        String noColor = environment.apply("NO_COLOR");
        String term = environment.apply("TERM");
        if ((noColor != null && !noColor.isEmpty()) || !understands(term)) {
            return 0;
        }
        return environment.apply("COLORTERM") != null || term.contains("256color") ? MANY : FEW;
    }

    /** Whether somebody can be asked: the question is seen, and the answer typed. */
    public boolean canAsk() {
        return in && out && err;
    }

    /** How many colours standard output may show; 0 where it is no terminal. */
    public int outColours() {
        return out ? colours : 0;
    }

    /** Whether a terminal of this kind, as {@code TERM} names it, understands more than characters. */
    public static boolean understands(String term) {
        return term != null && !term.isEmpty() && !term.equals("dumb") && !term.equals("unknown");
    }
}
