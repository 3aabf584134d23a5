package io.zrs.model;

/**
 * What a node of protocol 2 says of itself; each text is at most {@value #MAX_CHARS} characters and may be empty.
 *
 * @param pid its process on its host, 0 if it did not say
 * @param host the name of its machine
 * @param program what it is, for people: {@code zrs echo}, {@code java 17.0.15}
 * @param version the program's or the library's version
 * @param hidden whether lists leave it out unless asked for all: a tool's own node
 */
public record NodeDetails(long pid, String host, String program, String version, boolean hidden) {
    /** The longest text here, in characters. */
    public static final int MAX_CHARS = 256;

    /** Nothing is known: a node of protocol 1. */
    public static final NodeDetails UNKNOWN = new NodeDetails(0, "", "", "", false);

    /**
     * Checks the details.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if a text is too long or has a control character, or the process
     *     number is less than 0
     */
    public NodeDetails {
        if (pid < 0) {
            throw new ZrsException(ErrorCode.INVALID, "the process number " + pid + " is less than 0");
        }
        check("host", host);
        check("program", program);
        check("version", version);
    }

    private static void check(String what, String text) {
        if (text.length() > MAX_CHARS) {
            throw new ZrsException(ErrorCode.INVALID, "the " + what + " is longer than " + MAX_CHARS + " characters");
        }
        if (!OneLine.is(text)) {
            throw new ZrsException(
                    ErrorCode.INVALID, "the " + what + " '" + OneLine.name(text) + "' has a control character");
        }
    }
}
