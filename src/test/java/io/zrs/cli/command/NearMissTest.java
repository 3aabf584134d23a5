package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {
    private static final List<String> COMMANDS = List.of("demo", "echo", "master", "pub", "topic");

    @ParameterizedTest
    @CsvSource({"ecoh, echo", "echoo, echo", "eco, echo", "masterr, master", "mastre, master", "top, topic"})
    void findsWhatWasMeant(String typed, String meant) {
        assertEquals(Optional.of(meant), NearMiss.of(typed, COMMANDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "bup", "record", "launch", "--help"})
    void doesNotGuessWildly(String typed) {
        assertEquals(Optional.empty(), NearMiss.of(typed, COMMANDS));
    }

    @Test
    void aSlashInFrontIsTheLeastOfDifferences() {
        List<String> topics = List.of("/chatte", "/chatter", "batter", "odom");
        assertEquals(Optional.of("/chatter"), NearMiss.of("chatter", topics));
        assertEquals(Optional.of("odom"), NearMiss.of("/odom", topics));
        assertEquals(Optional.of("/chatte"), NearMiss.of("/chatt", topics));
    }

    @ParameterizedTest
    @CsvSource({
        "talker, ./talker.py",
        "talker.py, ./talker.py",
        "listener, /opt/robot/listener.py",
        "Odom, odom",
        "ODOM, odom",
        "/CHATTER, /chatter"
    })
    void knowsAScriptByItsNameAndForgivesCapitals(String typed, String meant) {
        assertEquals(
                Optional.of(meant),
                NearMiss.of(typed, List.of("./talker.py", "/opt/robot/listener.py", "odom", "/chatter", "tacker")));
    }

    @Test
    void countsASwappedPairOnce() {
        assertEquals(1, NearMiss.distance("ecoh", "echo"));
        assertEquals(3, NearMiss.distance("kitten", "sitting"));
        assertEquals(4, NearMiss.distance("", "echo"));
    }
}
