package io.zrs.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.shell.text.Scan;
import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;

class LineSyntaxTest {
    private static LineSyntax.Place place(String line) {
        return new LineSyntax.Place(line, line.length());
    }

    @Test
    void findsTheWordsOfTheCommandThatTheCursorIsIn() {
        assertEquals(List.of("echo", "/od"), place("topic list; zrs echo /od").words());
        assertEquals(List.of("echo", ""), place("echo ").words());
        assertEquals(List.of(""), place("echo x &&").words());
        assertEquals(List.of("echo", "a b"), place("echo 'a b").words());
        assertEquals(List.of("zrs"), place("zrs").words());
        assertEquals(4, place("echo 'a b").rawWordCursor());
        assertEquals(0, place("echo ").rawWordCursor());
    }

    @Test
    void knowsWhereNoCommandIs() {
        assertTrue(place("topic list | gr").isElsewhere());
        assertTrue(place("!l").isElsewhere());
        assertTrue(place("topic list > fi").isElsewhere());
        assertTrue(place("topic list # x").isElsewhere());
        assertFalse(place("topic list > file ").isElsewhere());
        assertFalse(place("!ls\nto").isElsewhere());
    }

    @Test
    void knowsWhereAFileIs() {
        assertTrue(place("topic list > fi").isFile());
        assertEquals("fi", place("topic list > fi").word());
        assertTrue(place("topic list > ").isFile());
        assertEquals("", place("topic list 2>> ").word());
        assertTrue(place("pub /x -f - <").isElsewhere());
        assertFalse(place("topic list 2>&1 ").isFile());
        assertFalse(place("topic list > file ").isFile());
        assertFalse(place("topic list | cat > fi").isFile());
        LineSyntax.Place home = place("topic list > ~/f");
        assertEquals("~/f", home.word());
        assertEquals("~/f\\ g", home.escape("~/f g", true).toString());
    }

    /** What is put in reads as what it was. */
    @Test
    void quotesWhatItPutsIn() {
        for (String begun : List.of("echo ", "echo 'a", "echo \"a")) {
            for (String value : List.of("a b", "a'b", "a\"b$HOME\\", "/a:b", "a;b|c&d", "~a", "*", "é")) {
                LineSyntax.Place place = place(begun);
                String line = begun.substring(0, begun.length() - place.rawWordCursor()) + place.escape(value, true);
                assertEquals(value, new Scan(line).tokens().get(1).word().text(), line);
                assertFalse(new Scan(line).open(), line);
            }
        }
    }

    @Test
    void goesOnWhileAQuoteIsOpen() {
        LineSyntax syntax = new LineSyntax();
        assertThrows(EOFError.class, () -> syntax.parse("echo 'x", 7, ParseContext.ACCEPT_LINE));
        assertEquals("x", syntax.parse("echo x", 6, ParseContext.ACCEPT_LINE).word());
        assertEquals(
                "echo $(x)",
                syntax.parse("echo $(x)", 9, ParseContext.ACCEPT_LINE).line());
    }
}
