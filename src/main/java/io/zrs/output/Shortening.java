package io.zrs.output;

/**
 * How much of a message is shown to people.
 *
 * @param most so many elements of an array, and so many characters of a string
 * @param line so many characters of a line of text that is no JSON, and so is all there is
 * @param arrays whether arrays are shown at all; else {@code <array type: number, length: 360>}, as rostopic has it
 * @param strings whether strings are shown at all; else {@code <string length: 11>}
 */
public record Shortening(int most, int line, boolean arrays, boolean strings) {
    /** As ROS 2 has it where nobody says otherwise. */
    public static final Shortening USUAL = new Shortening(128, 1024, true, true);

    /** Shows all there is. */
    public static final Shortening NONE = new Shortening(Integer.MAX_VALUE, Integer.MAX_VALUE, true, true);

    /** How much of what few have in large is shown: the fields of an object, the characters of a name, digits. */
    int mostOfRare() {
        return Math.max(most, USUAL.most);
    }

    /** What stands for the rest: {@code … 360 elements}, the whole count. */
    static String rest(long count, String what) {
        return "… " + count + " " + what;
    }
}
