package io.zrs.bag.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagRecord;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LinesWriter writer = new LinesWriter(Channels.newChannel(out), 1000);

    private void write(String topic, long time, byte[] payload) throws Exception {
        BagChannel channel = new BagChannel(topic, BagChannel.TEXT, Optional.empty(), Map.of());
        writer.write(new BagMessage(channel, 1, time, time, payload));
    }

    private void write(String topic, long time, String payload) throws Exception {
        write(topic, time, payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesWhatTheRecorderWrites() throws Exception {
        write("A", 1000, "");
        write("/b", 2_501_000, "x, Grüße");
        write("/b", 1_000_001_000, "{}");
        write("/b", 1_000_001_001, "{}");
        writer.close();
        assertEquals(
                "0.0,A,\r\n2.5,/b,x, Grüße\r\n1000.0,/b,{}\r\n1000.000001,/b,{}\r\n",
                out.toString(StandardCharsets.UTF_8));
        assertEquals(new LinesWriter.Refused(0, 0, 0, 0, 0, 0, 0), writer.refused());
    }

    @Test
    void countsWhatNoLineCanHold() throws Exception {
        write("A", 1000, new byte[] {(byte) 0xff});
        write("A", 1000, "two\nlines");
        write("A", 1000, "end\r");
        write("a,b", 1000, "{}");
        write("a b", 1000, "{}");
        write("x".repeat(1025), 1000, "{}");
        write("A", 999, "{}");
        writer.write(new BagMetadata("m", Map.of()));
        writer.write(new BagAttachment(1, 1, "a", "b", 0), new byte[0]);
        writer.write(new BagRecord(0x80, new byte[3]));
        writer.close();
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertEquals(new LinesWriter.Refused(1, 2, 3, 1, 1, 1, 1), writer.refused());
        assertEquals(7, writer.refused().messages());
    }

    @Test
    void largePayloadsGoThroughWhole() throws Exception {
        String large = "y".repeat(200_000);
        write("A", 1000, "first");
        write("A", 1000, large);
        write("A", 1000, "last");
        writer.close();
        assertEquals("0.0,A,first\r\n0.0,A," + large + "\r\n0.0,A,last\r\n", out.toString(StandardCharsets.UTF_8));
        assertEquals(out.size(), writer.bytes());
    }
}
