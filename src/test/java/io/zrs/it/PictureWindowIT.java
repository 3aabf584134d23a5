package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The windows that commands open: what they draw, that they follow, and that the command ends with them. */
class PictureWindowIT {
    private static final String FIRST_LINE = "0087d7";
    /** The legend always has a small one. */
    private static final String TOPIC_WITH_BOTH_ENDS = "dcf1ee";

    private static final String TOPIC_WITH_ONE_END = "fff1e2";
    private static final String IN_THE_WINDOW = "point=100,100";
    private static final String PRESS_Q = "key=" + KeyEvent.VK_Q;

    @Test
    void aPlotDrawsALineOnceThereAreNumbers() {
        try (VirtualDisplay display = new VirtualDisplay();
                RunningMaster master = RunningMaster.start();
                RunningProcess plot = zrs(display, "plot", "/number", "--view", "--master", master.address())) {
            display.act("see=ffffff,300000", "few=" + FIRST_LINE + ",400");
            try (RunningProcess pub = RunningProcess.zrs(
                    "pub", "-r", "20", "--template", "/number", "{{random 0..9}}", "--master", master.address())) {
                display.act("near=" + FIRST_LINE + ",600", IN_THE_WINDOW, PRESS_Q);
                assertEquals(0, plot.waitForEnd(), plot::toString);
                assertTrue(pub.isAlive(), pub::toString);
            }
        }
    }

    @Test
    void aGraphFollowsTheSystem() {
        try (VirtualDisplay display = new VirtualDisplay();
                RunningMaster master = RunningMaster.start();
                RunningProcess pub =
                        RunningProcess.zrs("pub", "-r", "1", "/number", "1", "--master", master.address());
                RunningProcess graph =
                        zrs(display, "graph", "--view", "--watch", "--all", "--master", master.address())) {
            display.act("see=" + TOPIC_WITH_ONE_END + ",5000");
            try (RunningProcess echo = RunningProcess.zrs("echo", "/number", "--master", master.address())) {
                display.act("see=" + TOPIC_WITH_BOTH_ENDS + ",5000", "miss=" + TOPIC_WITH_ONE_END);
                assertTrue(echo.isAlive(), echo::toString);
            }
            display.act("see=" + TOPIC_WITH_ONE_END + ",5000", IN_THE_WINDOW, PRESS_Q);
            assertEquals(0, graph.waitForEnd(), graph::toString);
            assertTrue(pub.isAlive(), pub::toString);
        }
    }

    private static RunningProcess zrs(VirtualDisplay display, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Programs.ZRS));
        command.addAll(List.of(arguments));
        return RunningProcess.start(Map.copyOf(display.environment()), command.toArray(String[]::new));
    }
}
