package io.zrs.canvas;

/** The characters of Unicode's Box Drawing block as sets of arms: which sides of its cell a line reaches. */
public final class LineArt {
    /** An arm in this direction. */
    public static final int UP = 1;
    /** An arm in this direction. */
    public static final int RIGHT = 2;
    /** An arm in this direction. */
    public static final int DOWN = 4;
    /** An arm in this direction. */
    public static final int LEFT = 8;

    /** By the sum of the arms. */
    private static final String CHARACTERS = " ╵╶└╷│┌├╴┘─┴┐┤┬┼";

    /** The same, heavy. */
    private static final String HEAVY = " ╹╺┗╻┃┏┣╸┛━┻┓┫┳╋";

    /** The same corners, round. */
    private static final String ROUND = "╰╭╯╮";

    private static final int[] ROUND_ARMS = {UP | RIGHT, DOWN | RIGHT, UP | LEFT, DOWN | LEFT};

    private LineArt() {}

    /** The arm in a direction: one of the two is 0. */
    public static int arm(int down, int right) {
        if (down != 0) {
            return down > 0 ? DOWN : UP;
        }
        return right > 0 ? RIGHT : LEFT;
    }

    /** The arms of a character, 0 for one that is no line. */
    static int arms(int codePoint) {
        int round = ROUND.indexOf(codePoint);
        return round >= 0 ? ROUND_ARMS[round] : Math.max(0, CHARACTERS.indexOf(codePoint));
    }

    /** The character with these arms, from 0 (a blank) to all four. */
    public static char character(int arms) {
        return CHARACTERS.charAt(arms);
    }

    /** The same, of heavy lines. */
    public static char heavy(int arms) {
        return HEAVY.charAt(arms);
    }

    /** The head of an arrow in a direction: one of the two is 0. Unlike other triangles, these are no emoji anywhere. */
    public static char arrow(int down, int right) {
        if (down != 0) {
            return down > 0 ? '▼' : '▲';
        }
        return right > 0 ? '►' : '◄';
    }
}
