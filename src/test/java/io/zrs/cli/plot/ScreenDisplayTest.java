package io.zrs.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.FakeWorld;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.plot.Plot;
import io.zrs.plot.PlotView;
import io.zrs.screen.Key;
import io.zrs.testing.FakeScreen;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenDisplayTest {
    private static final long START = 1_772_368_496_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final String ALL_KEYS =
            "space pause  +- zoom  arrows pan  y range  1-9 hide  t clock  r reset  q quit";
    private static final TopicName TOPIC = new TopicName("/x");

    private final FakeWorld world = new FakeWorld();
    private final Notes notes = Notes.of(world.context());
    private final Context quiet = notes.around(world.context());
    private final Plot plot = new Plot();
    private final PlotView view = new PlotView(10_000 * MILLI, Optional.empty());
    private final PlotSource source = new PlotSource(
            plot, List.of(PlotTarget.parse("/x", List.of())), Optional.empty(), PlotSource.SampleSink.NONE);
    private final FakeScreen screen = new FakeScreen(24, 80, 0, time -> {});
    private final ScreenDisplay display = new ScreenDisplay(screen, plot, view, source, notes, ZoneOffset.UTC);
    private long now = START;

    private void message(String payload) throws IOException {
        source.take(Message.of(TOPIC, payload), now, Long.MAX_VALUE);
    }

    /** A turn some time later, in which the script's next keys are pressed. */
    private boolean turn(long millis) throws InterruptedException {
        now += millis * MILLI;
        return display.turn(now);
    }

    @Test
    void drawsNoMoreOftenThanItChangesNorThanAnybodySees() throws Exception {
        for (int i = 0; i < 400; i++) {
            screen.pass();
        }
        assertTrue(turn(0));
        assertEquals(1, screen.frames());
        for (int i = 0; i < 1000; i++) {
            message(Integer.toString(i));
            assertTrue(turn(1));
        }
        assertTrue(screen.frames() <= 14, screen.frames() + " frames in a second");
        assertTrue(screen.frames() >= 9, screen.frames() + " frames in a second");
        view.pause(now);
        turn(100);
        int frames = screen.frames();
        for (int i = 0; i < 100; i++) {
            message(Integer.toString(i));
            turn(50);
        }
        assertEquals(frames, screen.frames(), "nothing to see");
    }

    @Test
    void doesWhatKeysSay() throws Exception {
        message("1");
        turn0("");
        assertTrue(screen.text().contains("last 10 s") && screen.text().contains("? help  q quit"));
        turn0("?");
        assertTrue(screen.text().contains(ALL_KEYS), screen.text());
        turn0("++");
        assertTrue(screen.text().contains("last 2 s"), screen.text());
        turn0("-");
        assertTrue(screen.text().contains("last 5 s"), screen.text());
        turn0(" ");
        assertTrue(screen.text().contains("PAUSED"), screen.text());
        turn0(" y");
        assertFalse(screen.text().contains("PAUSED"), screen.text());
        assertTrue(screen.text().contains("range fixed"), screen.text());
        turn0("1");
        assertTrue(screen.text().contains("hidden"), screen.text());
        turn0("t");
        assertTrue(screen.text().contains("12:34:56"), screen.text());
        screen.press(Key.Name.LEFT, Key.Name.UP).pass();
        turn(50);
        assertTrue(screen.text().contains("PAUSED"), screen.text());
        turn0("0");
        assertTrue(screen.text().contains("last 10 s"), screen.text());
        assertFalse(screen.text().contains("hidden") || screen.text().contains("range fixed"), screen.text());
        screen.type("q");
        assertFalse(turn(50), "it goes on after q");
        display.close();
        assertTrue(screen.closed());
    }

    private void turn0(String keys) throws InterruptedException {
        screen.type(keys).pass();
        assertTrue(turn(50));
    }

    @Test
    void followsTheSizeOfTheTerminal() throws Exception {
        message("1");
        turn0("");
        screen.resize(10, 40).pass();
        turn(50);
        assertEquals(10, screen.text().lines().count());
        screen.text().lines().forEach(line -> assertTrue(line.length() <= 40, line));
    }

    @Test
    void saysHowToQuitHoweverNarrowTheTerminal() throws Exception {
        message("hello");
        turn0("?");
        for (int columns = 24; columns < 130; columns++) {
            screen.resize(24, columns).pass();
            turn(50);
            String last = screen.text().lines().toList().get(23);
            String keys = last.substring(1, last.indexOf("q quit"));
            assertTrue(ALL_KEYS.startsWith(keys) && (keys.isEmpty() || keys.endsWith("  ")), last);
            assertTrue(last.endsWith("…") || last.endsWith("'hello'"), last);
            assertTrue(last.length() <= columns, last);
        }
        screen.resize(24, 60).pass();
        turn(50);
        assertTrue(
                screen.text().contains("space pause  +- zoom  arrows pan  y range  q quit   1 mess…"), screen.text());
    }

    @Test
    void saysWhatIsNoNumber() throws Exception {
        message("hello");
        message("\u001b[2J");
        turn0("");
        assertTrue(screen.text().contains("2 messages of /x had no number, such as 'hello'"), screen.text());
        message("5");
        assertEquals(List.of("2 messages of /x had no number, such as 'hello'"), source.complaints());
    }

    @Test
    void showsANoteForAWhileAndKeepsItForTheEnd() throws Exception {
        for (int i = 0; i < 10; i++) {
            screen.pass();
        }
        notes.hold();
        message("5");
        turn(100);
        quiet.note("the master has gone");
        turn(100);
        assertTrue(screen.text().contains("the master has gone"), screen.text());
        turn(9_000);
        assertTrue(screen.text().contains("the master has gone"), screen.text());
        turn(2_000);
        assertFalse(screen.text().contains("the master has gone"), screen.text());
        assertEquals("", world.err());
        notes.release();
        assertEquals("zrs: the master has gone\n", world.err());
    }
}
