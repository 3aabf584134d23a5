package io.zrs.text;

/**
 * A JSON value as it stands among others, to the byte.
 *
 * @param bytes what it stands in; not a copy
 * @param from where it begins
 * @param to where what is behind it begins
 */
public record JsonSlice(byte[] bytes, int from, int to) {
    /** The value that begins at {@code from}, or after blanks there. */
    public static JsonSlice of(byte[] json, int from) {
        JsonCursor in = new JsonCursor(json, from);
        in.next();
        int start = in.from();
        in.skip();
        return new JsonSlice(json, start, in.to());
    }
}
