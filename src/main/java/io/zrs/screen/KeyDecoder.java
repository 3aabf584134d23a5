package io.zrs.screen;

import io.zrs.screen.Key.Name;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes keys of what a terminal sends, as xterm, the Linux console and their kin do: characters, control characters, and
 * sequences that begin with Escape. What is none of {@link Key} is left out. For one thread.
 */
final class KeyDecoder {
    /** What {@link Source#next} gives if nothing came in time. */
    static final int NOTHING = -1;

    /** What {@link Source#next} gives if the terminal has another size, or has to be painted anew. */
    static final int RESIZED = -2;

    /** A terminal sends a sequence in one piece, which a slow line may tear; who presses Escape types nothing so soon behind it. */
    private static final Duration SEQUENCE_PAUSE = Duration.ofMillis(50);

    private static final int ESCAPE = 0x1b;
    private static final int CONTROL_L = 0x0c;
    private static final int BACKSPACE = 0x08;
    private static final int RUB_OUT = 0x7f;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_CONTROL = 0x9f;
    private static final int FIRST_FINAL = 0x40;
    private static final int LONGEST_SEQUENCE = 32;

    private final Source source;
    private int waiting = NOTHING;
    private boolean resized;

    /** Where code points come from. */
    @FunctionalInterface
    interface Source {
        /** The next code point, {@link #RESIZED} or, after that time, {@link #NOTHING}. */
        int next(Duration atMost) throws InterruptedException;
    }

    KeyDecoder(Source source) {
        this.source = source;
    }

    /** The next key; empty if none came in time. */
    Optional<Key> next(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            int first = take(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (first == NOTHING) {
                return Optional.empty();
            }
            Optional<Key> key = first == ESCAPE ? sequence() : single(first);
            if (key.isPresent()) {
                return key;
            }
        }
    }

    private int take(Duration atMost) throws InterruptedException {
        if (resized) {
            resized = false;
            return RESIZED;
        }
        if (waiting != NOTHING) {
            int taken = waiting;
            waiting = NOTHING;
            return taken;
        }
        return source.next(atMost);
    }

    /** The rest of a sequence; a change of size in the middle of it waits. */
    private int rest() throws InterruptedException {
        int next = source.next(SEQUENCE_PAUSE);
        while (next == RESIZED) {
            resized = true;
            next = source.next(SEQUENCE_PAUSE);
        }
        return next;
    }

    private static Optional<Key> single(int codePoint) {
        return switch (codePoint) {
            case RESIZED, CONTROL_L -> Optional.of(Key.of(Name.RESIZE));
            case '\r', '\n' -> Optional.of(Key.of(Name.ENTER));
            case '\t' -> Optional.of(Key.of(Name.TAB));
            case BACKSPACE, RUB_OUT -> Optional.of(Key.of(Name.BACKSPACE));
            default -> {
                boolean control = codePoint < FIRST_PRINTABLE || codePoint > RUB_OUT && codePoint <= LAST_CONTROL;
                yield control ? Optional.empty() : Optional.of(Key.of(codePoint));
            }
        };
    }

    private Optional<Key> sequence() throws InterruptedException {
        int second = rest();
        if (second == '[') {
            return controlSequence();
        }
        if (second == 'O') {
            int last = rest();
            return last == 'M' ? Optional.of(Key.of(Name.ENTER)) : letter(last);
        }
        waiting = second;
        return Optional.of(Key.of(Name.ESCAPE));
    }

    private Optional<Key> controlSequence() throws InterruptedException {
        int number = 0;
        boolean first = true;
        int next = rest();
        if (next == '[') {
            // The Linux console's function keys.
            rest();
            return Optional.empty();
        }
        for (int length = 0; next != NOTHING && next < FIRST_FINAL && length < LONGEST_SEQUENCE; length++) {
            first &= Character.digit(next, 10) >= 0;
            number = first ? 10 * number + next - '0' : number;
            next = rest();
        }
        return next == '~' ? numbered(number) : letter(next);
    }

    private static Optional<Key> letter(int last) {
        return switch (last) {
            case 'A' -> Optional.of(Key.of(Name.UP));
            case 'B' -> Optional.of(Key.of(Name.DOWN));
            case 'C' -> Optional.of(Key.of(Name.RIGHT));
            case 'D' -> Optional.of(Key.of(Name.LEFT));
            case 'H' -> Optional.of(Key.of(Name.HOME));
            case 'F' -> Optional.of(Key.of(Name.END));
            case 'Z' -> Optional.of(Key.of(Name.TAB));
            default -> Optional.empty();
        };
    }

    private static Optional<Key> numbered(int number) {
        return switch (number) {
            case 1, 7 -> Optional.of(Key.of(Name.HOME));
            case 3 -> Optional.of(Key.of(Name.DELETE));
            case 4, 8 -> Optional.of(Key.of(Name.END));
            case 5 -> Optional.of(Key.of(Name.PAGE_UP));
            case 6 -> Optional.of(Key.of(Name.PAGE_DOWN));
            default -> Optional.empty();
        };
    }
}
