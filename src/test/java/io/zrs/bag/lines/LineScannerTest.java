package io.zrs.bag.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineScannerTest {
    private static final int LONG = 1 << 20;

    @TempDir
    private Path folder;

    private FileChannel file(byte[] content) throws IOException {
        Path path = folder.resolve("lines.txt");
        Files.write(path, content);
        return FileChannel.open(path);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LineFormat format(byte[] content) {
        return LineFormat.of(content, Math.min(content.length, LineFormat.HEAD_BYTES))
                .orElseThrow();
    }

    private static String show(LineScanner at) {
        String start = at.line() + (at.torn() ? "~" : "") + ":";
        if (at.fault().isPresent()) {
            return start + at.fault().get();
        }
        return start + at.nanos() / 1_000_000 + "/" + text(at, at.topicFrom(), at.topicTo()) + "/"
                + text(at, at.payloadFrom(), at.payloadTo());
    }

    private static String text(LineScanner at, int from, int to) {
        return new String(at.bytes(), from, to - from, StandardCharsets.UTF_8);
    }

    private List<String> lines(String content, int longest) throws IOException {
        byte[] bytes = utf8(content);
        try (FileChannel file = file(bytes)) {
            LineFormat format = format(bytes);
            LineScanner scanner = new LineScanner(file, format, longest);
            scanner.seek(format.start(), bytes.length, 1);
            List<String> lines = new ArrayList<>();
            while (scanner.advance()) {
                lines.add(show(scanner));
            }
            return lines;
        }
    }

    @Test
    void readsEveryEndOfLine() throws IOException {
        assertEquals(List.of("1:1/A/x,y", "2:2/B/"), lines("1,A,x,y\r\n2,B,\r\n", LONG));
        assertEquals(
                List.of("1:1/A/x", "2:2/B/y\r"),
                lines("1,A,x\n2,B,y\r\r\n3,C,z\n", LONG).subList(0, 2));
        assertEquals(List.of("1:1/A/x", "2:2/B/y"), lines("1,A,x\r\r\n2,B,y\r\r\n", LONG));
        assertEquals(List.of("1:1/A/x"), lines("\ufeff1,A,x\r\n", LONG));
    }

    @Test
    void keepsLineEndsWithinAPayload() throws IOException {
        assertEquals(
                List.of("1:1/A/{\n \"x\": 1\n}", "4:2/B/y", "5:3/C/z"),
                lines("1,A,{\n \"x\": 1\n}\r\n2,B,y\n3,C,z\r\n", LONG));
        assertEquals(List.of("1:1/A/{", "2:NO_TIME", "3:2/B/y"), lines("1,A,{\n}\n2,B,y\n", LONG));
    }

    @Test
    void tellsWhatIsWrongWithItsNumber() throws IOException {
        assertEquals(
                List.of("1:1/A/x", "3:NO_TIME", "4:NO_TOPIC", "5~:2/B/cu"), lines("1,A,x\n\nhello\n3,B\n2,B,cu", LONG));
        assertEquals(List.of("1:1/A/x", "2~:2/B/cu"), lines("1,A,x\r\n2,B,cu\r", LONG));
    }

    @Test
    void passesOverWhatIsTooLong() throws IOException {
        String huge = "2,B," + "y".repeat(300_000);
        assertEquals(
                List.of("1:1/A/x", "2:TOO_LONG", "3:3/C/z", "4~:TOO_LONG"),
                lines("1,A,x\n" + huge + "\n3,C,z\n" + huge, 1000));
        assertEquals(4, lines("1,A,x\n" + huge + "\n3,C,z\n" + huge, 300_004).size());
        assertFalse(
                lines("1,A,x\n" + huge + "\n3,C,z\n" + huge, 300_004).toString().contains("TOO_LONG"));
    }

    @Test
    void isNoRecordingWithoutAMessageAtTheBeginning() {
        for (String content : List.of(
                "",
                "\n",
                "time,topic,x\n1,A,x\ntext\n",
                "a\nb\nc\nd\n1,A,x\n",
                "#ROSBAG V2.0\n",
                "{\"a\": 1}\n",
                "1,A\n")) {
            byte[] bytes = utf8(content);
            assertEquals(Optional.empty(), LineFormat.of(bytes, bytes.length), content);
        }
        assertTrue(format(utf8("1543456938600,A,x\n")).absolute());
        assertFalse(format(utf8("99999999999,A,x\n")).absolute());
        assertTrue(LineFormat.of(utf8("1,A,torn"), 8).isPresent());
        assertTrue(format(utf8("ms,topic,payload\n\n1543456938600,A,x\n1543456938700,A,x\n"))
                .absolute());
    }

    /** Whatever the sizes, and from wherever it begins. */
    @Test
    void readsWhatWasWritten() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            String end = List.of("\n", "\r\n", "\r\r\n").get(random.nextInt(3));
            StringBuilder content = new StringBuilder();
            List<String> expected = new ArrayList<>();
            List<Integer> offsets = new ArrayList<>();
            int line = 1;
            for (int i = 0; i < 60; i++) {
                int time = random.nextInt(100_000);
                int size = i > 0 && random.nextInt(5) == 0 ? random.nextInt(200_000) : random.nextInt(30);
                String payload = payload(random, size, end.length() > 1);
                offsets.add(content.length());
                expected.add(line + ":" + time + "/T" + i + "/" + payload);
                content.append(time)
                        .append(",T")
                        .append(i)
                        .append(',')
                        .append(payload)
                        .append(end);
                line += 1 + (int) payload.chars().filter(c -> c == '\n').count();
            }
            assertEquals(expected, lines(content.toString(), LONG), "seed " + seed);
            fromAnywhere(utf8(content.toString()), offsets, expected, random);
        }
    }

    private static String payload(Random random, int size, boolean many) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append("ab,\r\n \"{".charAt(random.nextInt(8)));
        }
        String payload = text.append('.').toString().replace("\r", "\r.");
        return many ? payload : payload.replace("\n", "");
    }

    private void fromAnywhere(byte[] content, List<Integer> offsets, List<String> expected, Random random)
            throws IOException {
        try (FileChannel file = file(content)) {
            LineScanner scanner = new LineScanner(file, format(content), LONG);
            for (int i = 0; i < 10; i++) {
                int first = random.nextInt(offsets.size() - 1);
                int last = first + 1 + random.nextInt(offsets.size() - first - 1);
                long number = Long.parseLong(expected.get(first).replaceFirst(":(?s).*", ""));
                scanner.seek(offsets.get(first), offsets.get(last), number);
                for (int k = first; k < last; k++) {
                    assertTrue(scanner.advance());
                    assertEquals(expected.get(k), show(scanner));
                    assertEquals((long) offsets.get(k), scanner.offset());
                    assertEquals((long) offsets.get(k + 1), scanner.nextOffset());
                }
                assertFalse(scanner.advance());
            }
        }
    }

    @Test
    void survivesAnything() throws IOException {
        Random random = new Random(7);
        byte[] letters = utf8("0123,,T\r\n.\u00e4");
        for (int i = 0; i < 300; i++) {
            byte[] content = new byte[8 + random.nextInt(3000)];
            for (int k = 0; k < content.length; k++) {
                content[k] = letters[random.nextInt(letters.length)];
            }
            System.arraycopy(utf8("1,T,x\r\n"), 0, content, 0, 7);
            try (FileChannel file = file(content)) {
                LineFormat format = format(content);
                LineScanner scanner = new LineScanner(file, format, 1 + random.nextInt(100));
                scanner.seek(0, content.length, 1);
                long behind = 0;
                while (scanner.advance()) {
                    assertTrue(behind <= scanner.offset());
                    behind = scanner.nextOffset();
                    assertTrue(behind > scanner.offset());
                }
                assertEquals(content.length, scanner.nextOffset());
            }
        }
    }
}
