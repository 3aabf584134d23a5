package io.zrs.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeId;
import io.zrs.model.TopicName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeMarkTest {
    private static final String LONGEST = "x".repeat(NodeId.MAX_INSTANCE_CHARS);

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "~", "p1.17", "3f9c-22'x"})
    void namesAnInstance(String instance) {
        assertArrayEquals(latin("\0zrs/node " + instance), NodeMark.of(instance));
        assertEquals(instance, NodeMark.instanceIn(NodeMark.of(instance)));
        assertArrayEquals(latin("\0zrs/gate " + instance), SubscriptionGate.prefix(instance));
        assertEquals(instance, SubscriptionGate.instanceIn(SubscriptionGate.prefix(instance)));
    }

    @Test
    void theLongestInstanceMakesTheLongestMark() {
        assertEquals(NodeMark.MAX_BYTES, NodeMark.ofPatient(LONGEST).length);
        assertEquals(LONGEST, NodeMark.instanceIn(NodeMark.ofPatient(LONGEST)));
        assertEquals(LONGEST, NodeMark.instanceIn(NodeMark.of(LONGEST)));
        assertNull(NodeMark.instanceIn(NodeMark.of(LONGEST + "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", " a", "a ", "a\"", "\\a", "\0", "a\n", "\u007f", "\u00e4", "\u0141"})
    void refusesWhatIsNoInstance(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertNull(NodeMark.instanceIn(concat("\0zrs/node ", utf8)));
        assertNull(SubscriptionGate.instanceIn(concat("\0zrs/gate ", utf8)));
        assertFalse(SubscriptionGate.isAskedBy(concat("\0zrs/gate ", utf8)));
    }

    @Test
    void saysBehindTheInstanceThatThePublisherIsPatient() {
        assertArrayEquals(latin("\0zrs/node a patient"), NodeMark.ofPatient("a"));
        assertEquals("a", NodeMark.instanceIn(NodeMark.ofPatient("a")));
        assertTrue(NodeMark.isPatient(NodeMark.ofPatient("a")));
        assertFalse(NodeMark.isPatient(NodeMark.of("a")));
        assertFalse(NodeMark.isPatient(NodeMark.of("patient")));
        assertEquals("patient", NodeMark.instanceIn(NodeMark.of("patient")));
        assertNull(NodeMark.instanceIn(latin("\0zrs/node  patient")));
        assertNull(NodeMark.instanceIn(latin("\0zrs/node a patient ")));
        assertNull(NodeMark.instanceIn(latin(" patient")));
    }

    private static byte[] concat(String prefix, byte[] rest) {
        return latin(prefix + new String(rest, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0zrs/node", "\0zrs/nodea", "\0zrs/gate a", "zrs/node a", "\0zrs/node\ta"})
    void isNotMistakenForAnythingElse(String text) {
        assertNull(NodeMark.instanceIn(latin(text)));
    }

    @Test
    void theGateAnswersWhatWasAsked() {
        TopicName topic = new TopicName("/größe");
        assertTrue(SubscriptionGate.isAskedBy(SubscriptionGate.prefix()));
        assertTrue(SubscriptionGate.isAskedBy(SubscriptionGate.prefix("i")));
        assertNull(SubscriptionGate.instanceIn(SubscriptionGate.prefix()));
        assertArrayEquals("\0zrs/gate /größe".getBytes(StandardCharsets.UTF_8), SubscriptionGate.answer(topic));
        assertArrayEquals(
                "\0zrs/gate i /größe".getBytes(StandardCharsets.UTF_8),
                SubscriptionGate.answer(SubscriptionGate.prefix("i"), topic));
    }
}
