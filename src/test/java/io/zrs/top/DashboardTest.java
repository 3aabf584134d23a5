package io.zrs.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.canvas.CellCanvas;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
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
    private final Dashboard dashboard = new Dashboard(false);

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
    void bothTablesAreShownWhereTheyFit() {
        Plant small =
                Plant.large(5).topic("/t0005", 1, 1, 0).topic("/t0006", 1, 1, 0).topic("/t0007", 1, 1, 0);
        small.node("n0005", "h", "p").publishes("/t0005").publishes("/t0006").publishes("/t0007");
        dashboard.set(monitor.next(small.reading(1)));
        // Three lines and a blank, eight and six rows with two lines each, a blank between, and the keys.
        String all = text(24, 80);
        assertTrue(all.contains("Topics 8") && all.contains("/t0007") && all.contains("Nodes 6"), all);
        assertTrue(all.contains("\nn0005 "), all);
        String one = text(23, 80);
        assertTrue(one.contains("/t0007") && !one.contains("Nodes"), one);
        dashboard.switchTable();
        assertTrue(text(23, 80).contains("Nodes 6") && !text(23, 80).contains("Topics"), text(23, 80));
        assertTrue(text(24, 80).contains("Topics 8"));
        dashboard.filter("t0003");
        assertTrue(text(23, 80).contains("Topics 1 of 8") && text(23, 80).contains("none with 't0003'"));
    }

    @Test
    void theSortMarkBelongsToOneHeading() {
        run(2);
        for (String column : Dashboard.sortNames()) {
            dashboard.sortBy(column);
            for (String line : text(24, 80).lines().toList()) {
                assertFalse(line.matches(".*[▼▲][A-Z].*"), line);
            }
        }
        dashboard.sortBy("rate");
        assertTrue(text(24, 80).contains(" MSG/S▼ BYTES/S "), text(24, 80));
        dashboard.reverse();
        assertTrue(text(24, 80).contains(" MSG/S▲ BYTES/S "), text(24, 80));
    }

    @Test
    void aTopicThatNobodyIsOnIsPast() {
        plant.topic("/past", 1, 1, 0).topic("/kept", 1, 50, 0);
        run(1);
        assertFalse(names().contains("/past"));
        assertTrue(names().contains("/kept"), "a latched one stays");
        assertTrue(text(24, 80).contains("and 1 past topic (-a shows it)"), text(24, 80));
        ByteText json = new ByteText();
        TopJson.append(json, dashboard);
        assertFalse(json.toString().contains("/past"));
        ByteText plain = new ByteText();
        TopText.append(plain, dashboard);
        assertTrue(plain.toString().contains("\nand 1 past topic (-a shows it)\n"));
        Dashboard all = new Dashboard(true);
        all.set(monitor.next(plant.reading(2)));
        assertTrue(all.topics().rows().stream().anyMatch(row -> row.name().equals("/past")));
        assertFalse(String.join("\n", all.draw(24, 80).lines(0)).contains("past topic"));
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
