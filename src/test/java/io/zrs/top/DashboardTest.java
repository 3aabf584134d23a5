package io.zrs.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.canvas.CellCanvas;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardTest {
    private final Plant plant = Plant.usual();
    private final SystemMonitor monitor = new SystemMonitor();
    private final Dashboard dashboard = new Dashboard();

    private void run(int seconds) {
        for (int second = 0; second <= seconds; second++) {
            dashboard.set(monitor.next(plant.reading(second)));
        }
    }

    private String text(int rows, int columns) {
        return String.join("\n", dashboard.draw(rows, columns).lines(0)) + "\n";
    }

    private static String coloured(CellCanvas canvas) {
        return String.join("\n", canvas.lines(256)).replace('\u001b', '^') + "\n";
    }

    private List<String> names() {
        return dashboard.topics().rows().stream().map(TopicRow::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"24, 80", "50, 200", "10, 40"})
    void screens(int rows, int columns) {
        run(20);
        Golden.check(getClass(), "topics-" + columns + "x" + rows, text(rows, columns));
        dashboard.switchTable();
        Golden.check(getClass(), "nodes-" + columns + "x" + rows, text(rows, columns));
    }

    @ParameterizedTest
    @CsvSource({"24, 80", "50, 200", "10, 40"})
    void details(int rows, int columns) {
        run(20);
        dashboard.filter("image");
        dashboard.details();
        byte[] json = "{\"width\":640,\"name\":\"a\\u001b[31m\",\"data\":[1,2,3]}".getBytes(StandardCharsets.UTF_8);
        dashboard.sample(Optional.of(new Sample(new TopicName("/x"), json.length, json, 1234)));
        Golden.check(getClass(), "details-" + columns + "x" + rows, text(rows, columns));
    }

    @Test
    void colours() {
        run(20);
        Golden.check(getClass(), "colours-topics", coloured(dashboard.draw(24, 80)));
        dashboard.gone("the master is gone");
        Golden.check(getClass(), "colours-gone", coloured(dashboard.draw(24, 80)));
    }

    @Test
    void aNodeInDetail() {
        run(2);
        dashboard.switchTable();
        dashboard.filter("LOGGER");
        dashboard.details();
        Golden.check(getClass(), "details-node", text(24, 80));
    }

    @Test
    void help() {
        run(1);
        dashboard.help();
        Golden.check(getClass(), "help", text(24, 80));
    }

    @Test
    void everySizeIsDrawn() {
        run(2);
        for (int rows = 1; rows < 60; rows += 7) {
            for (int columns = 1; columns < 220; columns += 9) {
                dashboard.draw(rows, columns);
            }
        }
    }

    @Test
    void isSortedByEveryColumnBothWays() {
        run(3);
        for (String column : Dashboard.sortNames()) {
            assertTrue(dashboard.sortBy(column), column);
        }
        assertFalse(dashboard.sortBy("colour"));
        dashboard.sortBy("rate");
        assertEquals("/imu/data", names().get(0));
        assertEquals("/cmd_vel", names().get(4));
        dashboard.reverse();
        assertEquals("/cmd_vel", names().get(0));
        dashboard.sortNext(1);
        assertEquals("bandwidth, reversed", dashboard.topics().order());
        dashboard.sortNext(-2);
        assertEquals("topic, reversed", dashboard.topics().order());
        dashboard.sortNext(-1);
        assertEquals("minute, reversed", dashboard.topics().order());
    }

    @Test
    void theSelectedRowStaysOnItsTopic() {
        run(3);
        dashboard.move(3);
        String chosen = dashboard.topics().selected().orElseThrow().name();
        dashboard.sortBy("rate");
        assertEquals(chosen, dashboard.topics().selected().orElseThrow().name());
        dashboard.filter("imu");
        assertEquals("/imu/data", dashboard.topics().selected().orElseThrow().name());
        dashboard.filter("");
        assertEquals(chosen, dashboard.topics().selected().orElseThrow().name());
        dashboard.edge(false);
        dashboard.sortBy("topic");
        assertEquals(names().get(0), dashboard.topics().selected().orElseThrow().name());
    }

    @Test
    void aFilterThatFindsNothingSaysSo() {
        run(2);
        dashboard.filter("nonsense");
        assertTrue(text(24, 80).contains("none with 'nonsense'"));
        dashboard.move(1);
        dashboard.details();
        assertEquals(Dashboard.Overlay.NONE, dashboard.overlay());
    }

    @Test
    void aThousandTopicsArePaged() {
        dashboard.set(monitor.next(Plant.large(1000).reading(1)));
        text(24, 80);
        dashboard.page(1);
        dashboard.page(1);
        String third = names().get(2 * dashboard.topics().page());
        assertEquals(third, dashboard.topics().selected().orElseThrow().name());
        assertTrue(text(24, 80).contains(third));
        dashboard.edge(true);
        assertTrue(text(24, 80).contains("/t0999"));
        dashboard.page(-1);
        assertFalse(dashboard.topics().selected().orElseThrow().name().equals("/t0999"));
    }

    @Test
    void aPauseHoldsWhatIsShown() {
        run(2);
        String before = text(24, 80);
        dashboard.pause();
        dashboard.set(monitor.next(plant.reading(3)));
        assertEquals(
                before.lines().skip(1).toList(), text(24, 80).lines().skip(1).toList());
        assertTrue(text(24, 80).contains("PAUSED"));
        dashboard.pause();
        dashboard.set(monitor.next(plant.reading(4)));
        assertFalse(text(24, 80).equals(before));
    }
}
