package io.zrs.input;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/** Something that cannot be read, and where it is: {@code line 3, column 7: ',' or '}' expected, not 'x'}. */
public final class InputException extends ZrsException {
    private static final long serialVersionUID = 1L;

    private static final int CONTINUATION = 0x80;

    /** {@code where} is a line, and mostly a column. */
    InputException(String where, String what) {
        super(ErrorCode.INVALID, where + ": " + what);
    }

    /** Complains of {@code bytes[at]} in a message of {@code source}. */
    static InputException at(MessageSource source, int at, String what) {
        return at(source.place(), source.line(), source.bytes(), source.from(), at, what);
    }

    /** Complains of {@code bytes[at]} in a text that begins at {@code bytes[from]} in this line. */
    static InputException at(String place, long line, byte[] bytes, int from, int at, String what) {
        long row = line;
        int start = from;
        for (int i = from; i < at; i++) {
            if (bytes[i] == '\n') {
                row++;
                start = i + 1;
            }
        }
        return new InputException(place + "line " + row + ", column " + column(bytes, start, at), what);
    }

    /** From 1, in characters. */
    private static int column(byte[] bytes, int start, int at) {
        int column = 1;
        for (int i = start; i < at; i++) {
            if ((bytes[i] & 0xc0) != CONTINUATION) {
                column++;
            }
        }
        return column;
    }
}
