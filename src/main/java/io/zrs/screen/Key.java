package io.zrs.screen;

/**
 * What was pressed.
 *
 * @param name which key; {@link Name#CHARACTER} for one that types something
 * @param codePoint what it types; 0 for others
 */
public record Key(Name name, int codePoint) {
    /** A key that types something. */
    public static Key of(int codePoint) {
        return new Key(Name.CHARACTER, codePoint);
    }

    /** A key that types nothing. */
    public static Key of(Name name) {
        return new Key(name, 0);
    }

    /** Whether it types this character. */
    public boolean is(int character) {
        return name == Name.CHARACTER && codePoint == character;
    }

    /** Which key it is. */
    public enum Name {
        /** One that types something. */
        CHARACTER,
        /** Enter. */
        ENTER,
        /** Escape. */
        ESCAPE,
        /** Backspace. */
        BACKSPACE,
        /** Delete. */
        DELETE,
        /** Tab. */
        TAB,
        /** The arrow up. */
        UP,
        /** The arrow down. */
        DOWN,
        /** The arrow to the left. */
        LEFT,
        /** The arrow to the right. */
        RIGHT,
        /** Home. */
        HOME,
        /** End. */
        END,
        /** Page up. */
        PAGE_UP,
        /** Page down. */
        PAGE_DOWN,
        /** No key: the terminal has another size now. */
        RESIZE
    }
}
