package io.zrs.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@code zrs echo --json} prints is read back byte for byte. */
class EnvelopeRoundTripTest {
    private static final Instant STAMP = Instant.parse("2026-03-01T12:34:56.789012Z");
    private static final String[] TOPICS = {"/a", "chatter", "/Grüße/世界", "a\"b\\c", "/😀"};
    private static final int MANY = 4000;

    private static byte[] written(List<Message> messages) throws IOException {
        ByteText text = new ByteText();
        messages.forEach(message -> io.zrs.output.Envelope.append(text, message, STAMP));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.drainTo(out);
        return out.toByteArray();
    }

    private static void check(List<Message> messages) throws IOException {
        EnvelopeSource source = new EnvelopeSource(new ByteArrayInputStream(written(messages)), 1 << 26);
        for (Message message : messages) {
            assertTrue(source.advance());
            byte[] payload = Arrays.copyOfRange(source.bytes(), source.from(), source.from() + source.length());
            assertArrayEquals(message.payload(), payload);
            assertEquals(message.topic(), source.topic());
        }
        assertTrue(!source.advance());
    }

    private static byte[] payload(Random random) {
        int size = random.nextInt(random.nextInt(20) == 0 ? 5000 : 40);
        byte[] bytes = new byte[size];
        switch (random.nextInt(6)) {
            case 0 -> random.nextBytes(bytes);
            case 1 -> bytes = RandomJson.value(random, 4, random.nextBoolean()).getBytes(StandardCharsets.UTF_8);
            case 2 -> bytes = RandomJson.broken(random).getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> {
                for (int i = 0; i < size; i++) {
                    bytes[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(33) : 32 + random.nextInt(95));
                }
            }
            case 4 -> bytes = characters(random, size).getBytes(StandardCharsets.UTF_8);
            default ->
                bytes = (random.nextLong() + "." + random.nextLong(1L << 60) + "e" + random.nextInt(400))
                        .substring(0, 1 + random.nextInt(10))
                        .getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    private static String characters(Random random, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            int codePoint = random.nextInt(random.nextBoolean() ? 0x800 : 0x110000);
            text.appendCodePoint(codePoint >= 0xd800 && codePoint < 0xe000 ? '\u2028' : codePoint);
        }
        return text.toString();
    }

    @Test
    void anything() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            List<Message> messages = new ArrayList<>();
            for (int i = 0; i < MANY / 20; i++) {
                messages.add(new Message(new TopicName(TOPICS[random.nextInt(TOPICS.length)]), payload(random)));
            }
            check(messages);
        }
    }

    @Test
    void largeDeepAndEmpty() throws IOException {
        Random random = new Random(6);
        byte[] noise = new byte[5_000_000];
        random.nextBytes(noise);
        String deep = "[".repeat(512) + "]".repeat(512);
        String deeper = "[".repeat(100_000) + "]".repeat(100_000);
        List<Message> messages = new ArrayList<>();
        for (String text : List.of(
                "",
                "x\\\n\"".repeat(1_250_000),
                "\"" + "y".repeat(5_000_000) + "\"",
                deep,
                " " + deep,
                deeper,
                "9".repeat(5_000_000),
                "\"\"",
                "\"\\ud800\"",
                "null",
                "{\"topic\":1,\"data\":2}",
                "\u0000")) {
            messages.add(new Message(new TopicName("/t"), text.getBytes(StandardCharsets.UTF_8)));
        }
        messages.add(new Message(new TopicName("/t"), noise));
        check(messages);
    }

    @Test
    void aBrokenLineIsAnErrorOrAMessageAndNothingElse() {
        Random random = new Random(7);
        Envelope envelope = new Envelope();
        int wrong = 0;
        for (int i = 0; i < MANY; i++) {
            ByteText text = new ByteText();
            Message message = new Message(new TopicName(TOPICS[random.nextInt(TOPICS.length)]), payload(random));
            io.zrs.output.Envelope.append(text, message, STAMP);
            byte[] line = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextBoolean() ? line : Arrays.copyOf(line, random.nextInt(line.length));
            try {
                envelope.read(cut, 0, cut.length, 1);
                envelope.topic();
                assertTrue(envelope.payloadFrom() + envelope.payloadLength() <= envelope.payload().length);
            } catch (InputException e) {
                wrong++;
            }
        }
        assertTrue(wrong > MANY / 4, wrong + " were found wrong");
        byte[] good = "{\"topic\":\"/a\",\"data\":1}".getBytes(StandardCharsets.UTF_8);
        envelope.read(good, 0, good.length, 1);
        assertEquals("/a", envelope.topic().value());
        assertThrows(InputException.class, () -> envelope.read(good, 0, good.length - 1, 1));
    }
}
