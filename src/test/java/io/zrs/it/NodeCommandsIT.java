package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code zrs node} does with nodes of other processes. */
class NodeCommandsIT {
    private final RunningMaster master = RunningMaster.start();
    private final RunningProcess talker =
            RunningProcess.zrs("pub", "/chatter", "hello", "-r", "20", "--master", master.address());
    private String name;

    @BeforeEach
    void awaitTheTalker() {
        master.waitForEvent("/chatter");
        name = node(0, "list", "-a", "--json").output().replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
    }

    @AfterEach
    void stop() {
        talker.close();
        master.close();
    }

    /** Runs {@code zrs node WORDS} to its end. */
    private RunningProcess node(int code, String... words) {
        List<String> all = new ArrayList<>(List.of("node"));
        all.addAll(List.of(words));
        all.addAll(List.of("--master", master.address()));
        try (RunningProcess zrs = RunningProcess.zrs(all.toArray(new String[0]))) {
            assertEquals(code, zrs.waitForEnd(), zrs::toString);
            return zrs;
        }
    }

    @Test
    void describesAndPingsANode() {
        RunningProcess info = node(0, "info", name);
        assertTrue(info.output().contains("Node [" + name + "]\nPublications: \n * /chatter [text]\n"), info::toString);
        assertTrue(info.output().contains("\nPid: "), info::toString);
        RunningProcess ping = node(0, "ping", "-c", "2", name);
        assertTrue(ping.output().contains("\nping average: "), ping::toString);
        assertEquals("", ping.errors());
    }

    @Test
    void killsANode() {
        RunningProcess kill = node(0, "kill", name);
        assertEquals("killing " + name + "\nkilled", kill.output());
        assertEquals("", node(0, "list", "-a").output());
        talker.waitForEnd();
    }

    @Test
    void tellsWhatDoesNotAnswer() {
        talker.signal("STOP");
        assertTrue(node(4, "ping", "-c", "1", name).errors().contains("no answer within 3.0s"));
    }

    @Test
    void cleansUpNothingUnasked() {
        talker.signal("STOP");
        assertEquals(
                "Unable to contact the following nodes:\n * " + name,
                node(3, "cleanup").output());
    }

    @Test
    void cleansUpWhatDoesNotAnswer() {
        talker.signal("STOP");
        assertEquals(
                "Unable to contact the following nodes:\n * " + name + "\nUnregistering " + name + "\ndone",
                node(0, "cleanup", "--yes").output());
        assertEquals("", node(0, "list", "-a").output());
    }

    @Test
    void asksNobodyWithoutATerminal() {
        assertEquals(
                "zrs: missing NAME; try 'zrs node kill --help'", node(2, "kill").errors());
    }
}
