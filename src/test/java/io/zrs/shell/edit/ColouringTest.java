package io.zrs.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColouringTest {
    private static String colour(String line, int cursor) {
        return new Colouring(new FakeAssistant(), () -> cursor)
                .colour(line, cursor)
                .toAnsi()
                .replace("\u001b", "^");
    }

    @Test
    void tellsCommandsOptionsTopicsAndStringsApart() {
        assertEquals(
                "^[32;1mecho^[0m ^[32m/odom^[0m ^[36m--field^[0m ^[33m'a b'^[0m ^[2m# c^[0m",
                colour("echo /odom --field 'a b' # c", 0));
    }

    @Test
    void waitsUntilAWordIsWhole() {
        assertEquals("ech", colour("ech", 3));
        assertEquals("^[31mech^[0m ", colour("ech ", 4));
    }

    @Test
    void leavesWhatIsTheSystemsAlone() {
        assertEquals("^[32;1mecho^[0m ^[1m|^[0m grep -x y", colour("echo | grep -x y", 0));
        assertEquals("^[1m!^[0mls", colour("!ls", 0));
        assertEquals("echo $(x)", colour("echo $(x)", 0));
    }
}
