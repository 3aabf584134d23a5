package io.zrs.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final TopicName TOPIC = new TopicName("/t");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isTheSameWhereverItsPayloadStands() {
        Message alone = Message.of(TOPIC, "payload");
        Message within = new Message(TOPIC, bytes("/t payload"), 3);
        assertEquals(alone, within);
        assertEquals(alone.hashCode(), within.hashCode());
        assertEquals("payload", within.text());
        assertEquals("/t (7 bytes)", within.toString());
        assertEquals(7, within.length());
        assertArrayEquals(bytes("payload"), within.payload());
        assertSame(within.payload(), within.payload());
        assertNotEquals(alone, Message.of(TOPIC, "payloads"));
        assertNotEquals(alone, new Message(new TopicName("/u"), bytes("payload")));
    }

    @Test
    void mayBeEmpty() {
        Message empty = new Message(TOPIC, bytes("/t"), 3);
        assertEquals(0, empty.length());
        assertArrayEquals(new byte[0], empty.payload());
        assertEquals(Message.of(TOPIC, ""), empty);
    }

    @Test
    void handsOverTheArrayItself() {
        byte[] payload = bytes("x");
        assertSame(payload, new Message(TOPIC, payload).payload());
        assertSame(payload, new Message(TOPIC, payload).source());
    }
}
