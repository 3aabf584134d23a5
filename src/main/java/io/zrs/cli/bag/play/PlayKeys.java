package io.zrs.cli.bag.play;

import io.zrs.bag.play.Player;
import io.zrs.screen.Key;
import java.util.concurrent.TimeUnit;

/** What each key has a player do. */
final class PlayKeys {
    /** What they are, in a line. */
    static final String HINT = "space pauses, s steps, ←/→ 5 s, PgUp/PgDn 60 s, ↑/↓ speed, q quits, ? all keys";

    /** All of them, and what they are, for people. */
    static final String HELP = """
            space      pause, or go on         s     send the next message, while paused
            ← →        5 s back, or on         ↑ ↓   10 % faster, or slower
            PgUp PgDn  60 s back, or on        Home  to the start
            a          what is looped begins   b     and ends here; again: no loop
            ? h        these lines             q     quit
            """;

    private static final long NEAR = TimeUnit.SECONDS.toNanos(5);
    private static final long FAR = TimeUnit.SECONDS.toNanos(60);

    /** Further than any recording is long, and not so far that a sum would be wrong. */
    private static final long ALL = Long.MAX_VALUE / 2;

    private static final double FASTER = 1.1;

    private PlayKeys() {}

    /** Whether it is a key that asks for the keys. */
    static boolean asksForKeys(Key key) {
        return key.is('?') || key.is('h');
    }

    /** Whether it is the key that ends it. */
    static boolean quits(Key key) {
        return key.is('q');
    }

    static void press(Key key, Player player) {
        switch (key.name()) {
            case LEFT -> player.seek(-NEAR);
            case RIGHT -> player.seek(NEAR);
            case PAGE_UP -> player.seek(-FAR);
            case PAGE_DOWN -> player.seek(FAR);
            case HOME -> player.seek(-ALL);
            case UP -> player.accelerate(FASTER);
            case DOWN -> player.accelerate(1 / FASTER);
            case CHARACTER -> type(key.codePoint(), player);
            default -> {
                // No key of this command.
            }
        }
    }

    private static void type(int character, Player player) {
        switch (character) {
            case ' ' -> player.toggle();
            case 's' -> player.step();
            case 'a' -> player.loopStart();
            case 'b' -> player.loopEnd();
            case 'q' -> player.stop();
            default -> {
                // No key of this command.
            }
        }
    }
}
