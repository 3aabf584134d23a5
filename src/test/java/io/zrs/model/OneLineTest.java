package io.zrs.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u00fc \u3042 \ud83d\ude00 \u00a0", "\u202e"})
    void leavesALineAsItIs(String text) {
        assertTrue(OneLine.is(text));
        assertEquals(text, OneLine.of(text, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029", "\ud83d", "\ude00"
            })
    void showsWhatIsNoneAsQuestionMarks(String control) {
        assertFalse(OneLine.is("a" + control));
        assertEquals("a?b", OneLine.of("a" + control + "b", 100));
    }

    @Test
    void cutsBetweenCharacters() {
        String faces = "\ud83d\ude00".repeat(4);
        assertEquals(faces, OneLine.of(faces, 4));
        assertEquals(faces.substring(0, 6) + "…", OneLine.of(faces, 3));
        assertEquals("", OneLine.of("", 0));
        assertEquals("…", OneLine.of("a", 0));
    }

    @Test
    void complaintsAboutNamesAreShortLines() {
        String name = "a\n ".repeat(1000);
        ZrsException e = assertThrows(ZrsException.class, () -> new TopicName(name));
        assertTrue(OneLine.is(e.getMessage()) && e.getMessage().length() < 200, e.getMessage());
        assertThrows(ZrsException.class, () -> new NodeName("half of a character: \ud83d"));
    }
}
