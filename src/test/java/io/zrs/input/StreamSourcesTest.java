package io.zrs.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamSourcesTest {
    private static final int LONGEST = 1 << 20;

    private static List<String> lines(String text) throws IOException {
        return Sources.all(new LineSource(Sources.stream(text), LONGEST));
    }

    private static List<String> documents(String text) throws IOException {
        return Sources.all(new DocumentSource(Sources.stream(text), LONGEST));
    }

    @Test
    void aLineIsAMessage() throws IOException {
        assertEquals(List.of(), lines(""));
        assertEquals(List.of(""), lines("\n"));
        assertEquals(List.of("a", "", "b"), lines("a\n\nb\n"));
        assertEquals(List.of("a", "b"), lines("a\nb"));
        assertEquals(List.of("a", "b\rc", "\r", "d\r"), lines("a\r\nb\rc\n\r\r\nd\r"));
        assertEquals(List.of("\u0000\u00ff"), lines("\u0000\u00ff\n"));
    }

    @Test
    void allIsOneMessage() throws IOException {
        for (String text : List.of("", "\n", "a\r\nb\n", "x".repeat(300_000))) {
            assertEquals(List.of(text), Sources.all(new WholeSource(Sources.stream(text), LONGEST)));
        }
    }

    @Test
    void readsWhatEchoPrints() throws IOException {
        assertEquals(
                List.of("a", "", "b\nc", "d\n", "e\r"), documents("a\n---\n\n---\nb\nc\n---\nd\n\n---\ne\r\n---\n"));
    }

    @Test
    void readsWhatRosPrints() throws IOException {
        assertEquals(List.of(), documents(""));
        assertEquals(List.of(), documents("---\n---\n---"));
        assertEquals(List.of("x: 1", "x: 2"), documents("---\nx: 1\n---\n---\nx: 2\n"));
        assertEquals(List.of("x: 1", "x: 2"), documents("x: 1\n---\nx: 2"));
        assertEquals(List.of("x: 1"), documents("x: 1\n---"));
        assertEquals(List.of("a\r\nb", "c"), documents("---\r\na\r\nb\r\n---\r\nc\n---\r\n"));
        assertEquals(List.of("----\n--- \n --"), documents("----\n--- \n --\n---\n"));
    }

    @Test
    void whatEchoPrintsComesBack() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 3000; round++) {
            List<String> messages = new ArrayList<>();
            StringBuilder printed = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                String message = anything(random);
                if (!("\n" + message + "\n").contains("\n---\n") && !("\n" + message).endsWith("\n---\r")) {
                    messages.add(message);
                    printed.append(message).append("\n---\n");
                }
            }
            if (!printed.toString().contains("---\r\n")) {
                assertEquals(messages, documents(printed.toString()));
                InputStream drip = Sources.drip(printed.toString(), random);
                assertEquals(messages, Sources.all(new DocumentSource(drip, LONGEST)));
            }
        }
    }

    @Test
    void linesComeBackHoweverTheyArrive() throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            List<String> messages = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                messages.add("x".repeat(random.nextInt(2) * random.nextInt(3000)) + i);
            }
            String text = String.join("\n", messages) + (messages.isEmpty() ? "" : "\n");
            assertEquals(messages, Sources.all(new LineSource(Sources.drip(text, random), LONGEST)));
        }
    }

    @Test
    void longMessagesAmongShortOnes() throws IOException {
        List<String> messages = List.of("a", "b".repeat(900_000), "c", "", "d".repeat(65_536), "e".repeat(65_535), "f");
        assertEquals(messages, lines(String.join("\n", messages)));
        assertEquals(messages, documents(String.join("\n---\n", messages) + "\n---\n"));
    }

    @Test
    void aMessageIsThereWhenItsLineIsComplete() throws IOException {
        InputStream endless = new InputStream() {
            private final byte[] first = {'a', '\n', 'b'};
            private boolean read;

            @Override
            public int read() {
                throw new AssertionError("reads on, though a line is complete");
            }

            @Override
            public int read(byte[] target, int from, int length) {
                assertFalse(read, "reads on, though a line is complete");
                read = true;
                System.arraycopy(first, 0, target, from, first.length);
                return first.length;
            }
        };
        LineSource source = new LineSource(endless, LONGEST);
        assertTrue(source.advance());
        assertEquals("a", Sources.text(source));
    }

    @Test
    void tellsTheLineOfAMessage() throws IOException {
        DocumentSource source = new DocumentSource(Sources.stream("---\na\nb\n---\n---\n\nc\n---\nd"), LONGEST);
        List<Long> lines = new ArrayList<>();
        while (source.advance()) {
            lines.add(source.line());
        }
        assertEquals(List.of(2L, 6L, 9L), lines);
    }

    @Test
    void refusesMessagesThatAreTooLong() throws IOException {
        String ten = "0123456789";
        String longer = "0123456789x";
        List<String> wrong = new ArrayList<>();
        for (String tail : List.of("", "\n", "y".repeat(200_000))) {
            LineSource source = new LineSource(Sources.stream(ten + "\r\n" + longer + tail), ten.length());
            assertTrue(source.advance());
            wrong.add(assertThrows(InputException.class, source::advance).getMessage());
            DocumentSource docs = new DocumentSource(Sources.stream(ten + "\n---\n" + longer + tail), ten.length());
            assertTrue(docs.advance());
            wrong.add(assertThrows(InputException.class, docs::advance).getMessage());
            WholeSource whole = new WholeSource(Sources.stream(longer + tail), ten.length());
            wrong.add(assertThrows(InputException.class, whole::advance).getMessage());
        }
        String what = ": a message of more than 10 bytes";
        List<String> each = List.of("line 2" + what, "line 3" + what, "line 1" + what);
        assertEquals(List.of(each, each, each).stream().flatMap(List::stream).toList(), wrong);
    }

    @Test
    void rulesWithoutEndTakeNoRoom() throws IOException {
        DocumentSource source = new DocumentSource(Sources.stream("---\n".repeat(500_000) + "x"), 100);
        assertTrue(source.advance());
        assertEquals(500_001, source.line());
        assertTrue(source.bytes().length <= 1 << 17, source.bytes().length + " bytes");
    }

    @Test
    void aListGoesRoundIfItIsTo() throws IOException {
        assertEquals(List.of("a", "b", ""), Sources.all(new ListSource(List.of("a", "b", ""), false)));
        ListSource endless = new ListSource(List.of("a", "b"), true);
        StringBuilder five = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            assertTrue(endless.advance());
            five.append(Sources.text(endless));
        }
        assertEquals("ababa", five.toString());
    }

    private static String anything(Random random) {
        String alphabet = "--\n-\r\nab\u00ff\u0000";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
