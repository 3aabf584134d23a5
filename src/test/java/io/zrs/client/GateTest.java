package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.TopicName;
import io.zrs.protocol.NodeMark;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final byte[] TOPIC = "/chatter".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MARK = NodeMark.prefix();

    private final Gate gate = new Gate(Frames.prefix(new TopicName("/chatter")));

    @Test
    void isOpenWhileSubscribedTo() {
        assertFalse(gate.isOpen());
        gate.heed(notice(1, TOPIC));
        assertTrue(gate.isOpen());
        gate.heed(notice(0, TOPIC));
        assertFalse(gate.isOpen());
    }

    @Test
    void waitsForTheQuestionWhoseItIsWhereOneComes() {
        gate.mustBeAsked(true);
        gate.heed(notice(1, TOPIC));
        assertFalse(gate.isOpen());
        gate.heed(notice(1, MARK));
        assertTrue(gate.isOpen());
    }

    @Test
    void waitsForTheQuestionAnewAtTheNextConnection() {
        gate.mustBeAsked(true);
        gate.heed(notice(1, TOPIC));
        gate.heed(notice(1, MARK));
        gate.heed(notice(0, MARK));
        assertFalse(gate.isOpen());
        gate.heed(notice(0, TOPIC));
        gate.heed(notice(1, MARK));
        assertFalse(gate.isOpen());
        gate.heed(notice(1, TOPIC));
        assertTrue(gate.isOpen());
    }

    @Test
    void isNotHeldUpByAnOriginalMasterBehindOneThatAsked() {
        gate.mustBeAsked(true);
        gate.mustBeAsked(false);
        gate.heed(notice(1, TOPIC));
        assertTrue(gate.isOpen());
    }

    private static byte[] notice(int kind, byte[] prefix) {
        ByteArrayOutputStream notice = new ByteArrayOutputStream();
        notice.write(kind);
        notice.writeBytes(prefix);
        return notice.toByteArray();
    }
}
