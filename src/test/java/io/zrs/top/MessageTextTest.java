package io.zrs.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageTextTest {
    private static List<String> lines(byte[] payload, long size) {
        return MessageText.lines(new Sample(new TopicName("/t"), size, payload, 0), 20);
    }

    private static List<String> lines(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return lines(payload, payload.length);
    }

    @Test
    void jsonIsLaidOutAndTextIsCut() {
        assertEquals(
                List.of("{", "  \"a\": [1, 2, 3],", "  \"b\": \"longer\"", "}"),
                lines("{\"a\":[1,2,3],\"b\":\"longer\"}"));
        assertEquals(
                List.of("one", "two     three", "a line that is much…"),
                lines("one\ntwo\tthree\na line that is much too long"));
        assertEquals(List.of("1.50"), lines("1.50"));
    }

    @Test
    void halfAMessageIsText() {
        byte[] head = "{\"a\": [1,".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("{\"a\": [1,"), lines(head, 100_000));
    }

    @Test
    void nothingOfAnyMessageReachesTheTerminalAsAControl() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            byte[] payload = new byte[random.nextInt(60)];
            random.nextBytes(payload);
            for (String line : lines(payload, payload.length)) {
                assertTrue(line.codePoints().noneMatch(Character::isISOControl), line);
                assertTrue(Pen.width(line) <= 20, line);
            }
        }
    }
}
