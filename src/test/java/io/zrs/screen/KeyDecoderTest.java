package io.zrs.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.screen.Key.Name;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {
    private static final int PAUSE = KeyDecoder.NOTHING;

    private final Deque<Integer> typed = new ArrayDeque<>();
    private final KeyDecoder decoder = new KeyDecoder(atMost -> typed.isEmpty() ? PAUSE : typed.remove());

    private List<Key> keys(String text) throws InterruptedException {
        text.codePoints().forEach(typed::add);
        return drain();
    }

    private List<Key> drain() throws InterruptedException {
        List<Key> keys = new ArrayList<>();
        Optional<Key> key = decoder.next(Duration.ofMillis(1));
        while (key.isPresent() || !typed.isEmpty()) {
            key.ifPresent(keys::add);
            key = decoder.next(Duration.ofMillis(1));
        }
        return keys;
    }

    private static List<Key> named(Name... names) {
        return List.of(names).stream().map(Key::of).toList();
    }

    @Test
    void charactersAreThemselves() throws InterruptedException {
        assertEquals(List.of(Key.of('a'), Key.of('ä'), Key.of('名'), Key.of(0x1f600)), keys("aä名😀"));
    }

    @Test
    void arrowsComeInBothModes() throws InterruptedException {
        assertEquals(
                named(Name.UP, Name.DOWN, Name.RIGHT, Name.LEFT, Name.UP, Name.LEFT),
                keys("\033[A\033[B\033[C\033[D\033OA\033OD"));
    }

    @Test
    void keysWithNumbersAndModifiers() throws InterruptedException {
        assertEquals(
                named(Name.HOME, Name.DELETE, Name.END, Name.PAGE_UP, Name.PAGE_DOWN, Name.HOME, Name.END, Name.UP),
                keys("\033[1~\033[3~\033[4~\033[5~\033[6;5~\033[H\033OF\033[1;5A"));
    }

    @Test
    void controlsAreKeys() throws InterruptedException {
        assertEquals(
                named(Name.ENTER, Name.ENTER, Name.TAB, Name.BACKSPACE, Name.BACKSPACE, Name.RESIZE, Name.TAB),
                keys("\r\n\t\b\177\f\033[Z"));
    }

    @Test
    void aLoneEscapeIsAKey() throws InterruptedException {
        assertEquals(named(Name.ESCAPE), keys("\033"));
        assertEquals(List.of(Key.of(Name.ESCAPE), Key.of(Name.ESCAPE)), keys("\033\033"));
        assertEquals(List.of(Key.of(Name.ESCAPE), Key.of('q')), keys("\033q"));
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws InterruptedException {
        assertEquals(List.of(Key.of('x')), keys("\033[15~\033[?1;2c\033[[A\033[Ix\001\004"));
    }

    @Test
    void aChangeOfSizeTearsNoSequence() throws InterruptedException {
        typed.addAll(List.of(0x1b, KeyDecoder.RESIZED, (int) '[', KeyDecoder.RESIZED, (int) 'A', (int) 'b'));
        assertEquals(List.of(Key.of(Name.UP), Key.of(Name.RESIZE), Key.of('b')), drain());
    }

    @Test
    void anythingIsBorneAndNothingOfItIsAControlCharacter() throws InterruptedException {
        Random random = new Random(5);
        String likely = "\033[O;~ABZ0159\r\t";
        for (int i = 0; i < 50_000; i++) {
            typed.add(random.nextInt(3) == 0 ? random.nextInt(0x250) : likely.charAt(random.nextInt(likely.length())));
        }
        for (Key key : drain()) {
            assertTrue(key.name() != Name.CHARACTER || !Character.isISOControl(key.codePoint()), key::toString);
        }
    }
}
