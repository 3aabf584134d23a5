package io.zrs.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.output.ByteText;
import io.zrs.stats.Throughput;
import io.zrs.testing.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SystemMonitorTest {
    private final Plant plant = Plant.usual();
    private final SystemMonitor monitor = new SystemMonitor();

    @Test
    void theFirstReadingHasNoRates() {
        SystemFigures first = monitor.next(plant.reading(0));
        assertFalse(first.in().known());
        assertTrue(first.cpuPercent().isEmpty());
        assertTrue(first.topics().stream().noneMatch(topic -> topic.in().known()));
    }

    @Test
    void ratesAreDifferencesOverTheMastersTime() {
        monitor.next(plant.reading(0));
        SystemFigures later = monitor.next(plant.reading(4));
        assertEquals(1131, later.in().messagesPerSecond(), 1e-9);
        assertEquals(12.3, later.cpuPercent().orElseThrow(), 1e-9);
        TopicRow imu = later.topics().get(3);
        assertEquals(1000, imu.in().messagesPerSecond(), 1e-9);
        assertEquals(320, imu.meanSize().orElseThrow(), 1e-9);
        NodeRow logger = later.nodes().get(2);
        // Of 30 a second 7 are lost, and 12 wait at the end.
        assertEquals(1120, logger.received().messagesPerSecond(), 1e-9);
        assertEquals(28, logger.lost().messages());
        assertEquals(3, logger.topics());
    }

    @Test
    void whatIsLostOrWaitsIsNotDelivered() {
        Plant stalled = new Plant()
                .topic("/flood", 500, 100, 500)
                .node("slow", "h", "p")
                .subscribes("/flood");
        monitor.next(stalled.reading(0));
        SystemFigures later = monitor.next(stalled.reading(4));
        assertEquals(500, later.in().messagesPerSecond(), 1e-9);
        assertEquals(500, later.lost().messagesPerSecond(), 1e-9);
        assertEquals(new Throughput(true, 0, 0), later.out());
        assertEquals(new Throughput(true, 0, 0), later.topics().get(0).out());
        assertEquals(new Throughput(true, 0, 0), later.nodes().get(0).received());
        SystemFigures usual = after(4);
        // 7 a second are lost, and 12 wait at the end.
        assertEquals(1131 - 7 - 12 / 4.0, usual.out().messagesPerSecond(), 1e-9);
    }

    private SystemFigures after(int seconds) {
        SystemMonitor another = new SystemMonitor();
        another.next(plant.reading(0));
        return another.next(plant.reading(seconds));
    }

    @Test
    void aRestartOfTheMasterMakesNoAbsurdRates() {
        monitor.next(plant.reading(0));
        monitor.next(plant.reading(1));
        plant.restart(2);
        // It has counted more than the one before had, by now.
        SystemFigures after = monitor.next(plant.reading(10));
        assertFalse(after.in().known());
        assertTrue(after.cpuPercent().isEmpty());
        assertTrue(after.ends().stream().noneMatch(end -> end.delivered().known()));
        SystemFigures then = monitor.next(plant.reading(11));
        assertEquals(1131, then.in().messagesPerSecond(), 1e-9);
        double[] history = then.topics().get(3).history();
        assertEquals(1000, history[59], 1e-9);
        assertTrue(Double.isNaN(history[58]));
        assertTrue(Double.isNaN(history[50]));
        assertEquals(1000, history[49], 1e-9);
    }

    @Test
    void aMinuteIsRemembered() {
        for (int second = 0; second < 200; second++) {
            monitor.next(plant.reading(second));
        }
        double[] history = monitor.next(plant.reading(205)).topics().get(0).history();
        assertTrue(Arrays.stream(history).allMatch(rate -> rate == 100), Arrays.toString(history));
    }

    @Test
    void asTextAndAsJson() {
        Dashboard dashboard = new Dashboard(false);
        monitor.next(plant.reading(0));
        dashboard.set(monitor.next(plant.reading(20)));
        ByteText json = new ByteText();
        TopJson.append(json, dashboard);
        Golden.check(getClass(), "json", json.toString());
        ByteText text = new ByteText();
        TopText.append(text, dashboard);
        Golden.check(getClass(), "text", text.toString());
    }

    @Test
    void jsonWithoutRatesHasNulls() {
        Dashboard dashboard = new Dashboard(false);
        dashboard.filter("cmd");
        dashboard.set(monitor.next(plant.reading(0)));
        ByteText json = new ByteText();
        TopJson.append(json, dashboard);
        Golden.check(getClass(), "json-first", json.toString());
    }
}
