package io.zrs.canvas;

/** The characters of Unicode's Box Drawing block as sets of arms: which sides of its cell a line reaches. */
final class LineArt {
    static final int UP = 1;
    static final int RIGHT = 2;
    static final int DOWN = 4;
    static final int LEFT = 8;

    /** By the sum of the arms. */
    private static final String CHARACTERS = " ╵╶└╷│┌├╴┘─┴┐┤┬┼";

    /** The same corners, round. */
    private static final String ROUND = "╰╭╯╮";

    private static final int[] ROUND_ARMS = {UP | RIGHT, DOWN | RIGHT, UP | LEFT, DOWN | LEFT};

    private LineArt() {}

    /** The arm in a direction: one of the two is 0. */
    static int arm(int down, int right) {
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

    static char character(int arms) {
        return CHARACTERS.charAt(arms);
    }
}
