package io.zrs.cli.command.complete;

/** What fits beside a word in a list. */
public final class Brief {
    private Brief() {}

    /** The first sentence, or as much of it as stands before a semicolon, without the stop at its end. */
    public static String of(String description) {
        int end = description.length();
        for (String stop : new String[] {". ", "; "}) {
            int at = description.indexOf(stop);
            if (at > 0) {
                end = Math.min(end, at);
            }
        }
        String first = description.substring(0, end);
        return first.endsWith(".") || first.endsWith(";") || first.endsWith(",")
                ? first.substring(0, first.length() - 1)
                : first;
    }
}
