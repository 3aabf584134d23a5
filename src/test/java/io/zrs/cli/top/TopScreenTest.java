package io.zrs.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Ink;
import io.zrs.model.ErrorCode;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.screen.Key.Name;
import io.zrs.testing.FakeScreen;
import io.zrs.top.Dashboard;
import io.zrs.top.Plant;
import io.zrs.top.Reading;
import io.zrs.top.SystemMonitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class TopScreenTest {
    private static final Instant START = Instant.parse("2026-03-01T12:34:56Z");

    private final Plant plant = Plant.usual();
    private final Dashboard dashboard = new Dashboard(false);
    private final List<String> asked = new ArrayList<>();
    private final FakeScreen screen = new FakeScreen(24, 80, 0, this::pass);
    private Instant now = START;
    private Optional<ZrsException> failure = Optional.empty();

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private int second() {
        return (int) Duration.between(START, now).toSeconds();
    }

    /** A master that answers at once, or not at all. */
    private final class FakeSource implements Source {
        @Override
        public String address() {
            return "127.0.0.1:5555";
        }

        @Override
        public Reading read() {
            failure.ifPresent(error -> {
                throw error;
            });
            asked.add("reading");
            return plant.reading(second());
        }

        @Override
        public Optional<Sample> sample(TopicName topic) {
            asked.add("sample " + topic);
            byte[] payload = ("message " + second()).getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Sample(topic, payload.length, payload, 5));
        }

        @Override
        public CellCanvas graph(int columns) {
            asked.add("graph");
            CellCanvas canvas = new CellCanvas(100, 200);
            canvas.text(0, 0, "left top", Ink.PLAIN);
            canvas.text(99, 190, "right end", Ink.PLAIN);
            return canvas;
        }
    }

    private void run(Executor executor) throws InterruptedException {
        Source source = new FakeSource();
        SystemMonitor monitor = new SystemMonitor();
        dashboard.set(monitor.next(source.read()));
        new TopScreen(screen, source, dashboard, monitor, () -> now, Duration.ofSeconds(1), executor).run();
    }

    private void run() throws InterruptedException {
        run(Runnable::run);
    }

    private FakeScreen sees(String... texts) {
        return screen.look(text -> {
            for (String wanted : texts) {
                assertTrue(text.contains(wanted), () -> "no '" + wanted + "' in\n" + text);
            }
        });
    }

    private FakeScreen misses(String unwanted) {
        return screen.look(text -> assertFalse(text.contains(unwanted), text));
    }

    @Test
    void isRefreshedEachSecond() throws InterruptedException {
        sees("in                 -");
        screen.pass();
        sees("in 1.13k/s", "/imu/data");
        screen.pass().pass().type("q");
        run();
        assertEquals(4, asked.size());
        assertEquals(3, second());
    }

    @Test
    void keysDoNotHastenReadings() throws InterruptedException {
        screen.type("<<<>>rr")
                .press(Name.TAB, Name.DOWN, Name.HOME, Name.END, Name.PAGE_UP, Name.TAB)
                .type("q");
        run();
        assertEquals(List.of("reading"), asked);
    }

    @Test
    void aFilterIsTyped() throws InterruptedException {
        screen.type("/imq");
        sees("Topics 0 of 5", "filter: imq", "Enter keep");
        screen.press(Name.BACKSPACE).type("u");
        sees("Topics 1 of 5", "filter: imu");
        screen.press(Name.ENTER);
        sees("q quit");
        screen.press(Name.ESCAPE);
        sees("Topics 5  by topic");
        screen.type("/q").press(Name.ESCAPE);
        misses("filter:");
        screen.press(Name.ESCAPE);
        run();
    }

    @Test
    void detailsFollowTheTopic() throws InterruptedException {
        screen.press(Name.DOWN, Name.ENTER);
        sees("Topic /arm/joints/state", "Publishers (1)");
        screen.pass();
        sees("message 0", "logger");
        screen.pass().pass();
        sees("message 1");
        screen.type("q");
        sees("Topics 5");
        screen.type("q");
        run();
        assertTrue(asked.contains("sample /arm/joints/state"));
    }

    @Test
    void aNodeIsDetailedToo() throws InterruptedException {
        screen.press(Name.TAB, Name.DOWN, Name.ENTER);
        sees("Node camera driver", "Publishes (1)", "/camera/front/image_raw");
        screen.press(Name.ESCAPE, Name.ESCAPE);
        run();
    }

    @Test
    void theGraphIsAskedForAndMovedAbout() throws InterruptedException {
        screen.type("g").pass();
        sees("left top");
        screen.press(Name.END);
        for (int i = 0; i < 40; i++) {
            screen.press(Name.RIGHT);
        }
        sees("right end");
        screen.press(Name.HOME);
        misses("right end");
        screen.type("qq");
        run();
        assertTrue(asked.contains("graph"));
    }

    @Test
    void whatWasLastStaysWhileTheMasterIsGone() throws InterruptedException {
        screen.pass().then(() -> failure = Optional.of(new ZrsException(ErrorCode.NO_MASTER, "gone")));
        screen.pass();
        sees("the master at 127.0.0.1:5555 is gone, for 0 seconds now; waiting for it", "/imu/data", "1.00k");
        screen.pass().pass();
        sees("for 2 seconds now");
        screen.then(() -> {
            plant.restart(second() - 1);
            failure = Optional.empty();
        });
        screen.pass();
        sees("in                 -");
        screen.pass();
        sees("in 1.13k/s");
        misses("gone");
        screen.type("q");
        run();
    }

    @Test
    void aMasterThatSaysNoEndsIt() {
        screen.then(() -> failure = Optional.of(new ZrsException(ErrorCode.REFUSED, "no")))
                .pass()
                .pass();
        assertThrows(ZrsException.class, this::run);
    }

    @Test
    void aMasterThatHangsLeavesTheKeysAlive() throws InterruptedException {
        Queue<Runnable> later = new ArrayDeque<>();
        screen.pass().type("?");
        sees("what publishers send");
        screen.type("q").pass().then(() -> later.remove().run()).pass();
        sees("in 1.13k/s");
        screen.type("q");
        run(later::add);
    }

    @Test
    void isDrawnForEverySizeItGets() throws InterruptedException {
        screen.pass().resize(10, 40);
        screen.look(text -> assertEquals(10, text.lines().count()));
        screen.resize(50, 200);
        sees("Topics 5", "Nodes 4");
        screen.type("q");
        run();
    }

    @Test
    void aPauseIsSaid() throws InterruptedException {
        screen.type("p");
        sees("PAUSED");
        screen.type(" ");
        misses("PAUSED");
        screen.type("q");
        run();
    }
}
