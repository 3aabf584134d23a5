package io.zrs.launch.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static List<String> split(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        new Lines((line, whole) -> lines.add(new String(line, StandardCharsets.UTF_8) + (whole ? "" : "…")))
                .readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return lines;
    }

    @Test
    void splitsAtLineEnds() throws IOException {
        assertEquals(List.of("a", "", "b", "last"), split("a\n\nb\r\nlast"));
        assertEquals(List.of(), split(""));
        assertEquals(List.of(""), split("\n"));
        assertEquals(List.of("a", "", "b"), split("a\r\n\r\nb\r\r\n"));
    }

    @Test
    void aProgressBarIsSeenAsItGoes() throws IOException {
        assertEquals(List.of("10%", "20%", "done", "next"), split("\r10%\r20%\rdone\nnext"));
    }

    @Test
    void bothBytesOfAnEndMayComeApart() {
        List<String> lines = new ArrayList<>();
        Lines split = new Lines((line, whole) -> lines.add(new String(line, StandardCharsets.UTF_8)));
        for (byte each : "a\r\nb\n".getBytes(StandardCharsets.UTF_8)) {
            split.add(new byte[] {each}, 1);
        }
        assertEquals(List.of("a", "b"), lines);
    }

    @Test
    void aLongLineComesInPartsOfWholeCharacters() throws IOException {
        String text = "x" + "é".repeat(Lines.LONGEST);
        List<String> parts = split(text + "\nend\n");
        assertEquals(4, parts.size());
        assertTrue(parts.get(0).endsWith("é…"), parts.get(0).substring(Lines.LONGEST / 2 - 3));
        assertEquals(text, String.join("", parts.subList(0, 3)).replace("…", ""));
    }

    @Test
    void aLineAsLongAsAPartIsWhole() throws IOException {
        String text = "x".repeat(Lines.LONGEST);
        assertEquals(List.of(text, "y"), split(text + "\ny"));
    }

    /** Whatever the bytes, and however they come: nothing is lost, nothing comes twice. */
    @Test
    void everyByteComesOnce() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(3 * Lines.LONGEST)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at++) {
                boolean end = random.nextInt(5000) == 0;
                bytes[at] = end ? (byte) '\n' : bytes[at] == '\n' || bytes[at] == '\r' ? (byte) 'x' : bytes[at];
            }
            ByteArrayOutputStream back = new ByteArrayOutputStream();
            Lines lines = new Lines((line, whole) -> {
                assertTrue(line.length <= Lines.LONGEST);
                back.writeBytes(line);
                if (whole) {
                    back.write('\n');
                }
            });
            int at = 0;
            while (at < bytes.length) {
                int count = Math.min(1 + random.nextInt(7000), bytes.length - at);
                lines.add(Arrays.copyOfRange(bytes, at, at + count), count);
                at += count;
            }
            lines.end();
            String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
            if (!wanted.isEmpty() && !wanted.endsWith("\n")) {
                wanted += "\n";
            }
            assertEquals(wanted, back.toString(StandardCharsets.ISO_8859_1));
        }
    }
}
