package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private static final int MAX_MESSAGE = 1 << 20;
    private static final int MAX_COMMAND = 4 << 10;

    /** Feeds a decoder piece by piece, as a socket would, and keeps what it leaves. */
    private static final class Feed {
        private final FrameDecoder decoder = new FrameDecoder(MAX_MESSAGE, "--max-message", MAX_COMMAND);
        private final RecordingSink sink = new RecordingSink();
        private final byte[] source;
        private int taken;
        private byte[] rest = {};

        Feed(byte[] source) {
            this.source = source;
        }

        void upTo(int end) throws ZmtpViolation {
            byte[] input = new byte[rest.length + end - taken];
            System.arraycopy(rest, 0, input, 0, rest.length);
            System.arraycopy(source, taken, input, rest.length, end - taken);
            taken = end;
            sink.bytes = ByteBuffer.wrap(input);
            int from = decoder.decode(sink.bytes, 0, input.length, sink);
            assertTrue(decoder.needed() == 0 || decoder.needed() > input.length - from, "needs more than it has");
            rest = new byte[input.length - from];
            System.arraycopy(input, from, rest, 0, rest.length);
        }

        List<String> events() {
            return sink.events;
        }
    }

    private static SampleStream stream(long seed, int items, int largestFrame) {
        return SampleStream.of(new Random(seed), items, largestFrame);
    }

    @Test
    void findsEverythingInOnePiece() throws ZmtpViolation {
        for (long seed = 0; seed < 500; seed++) {
            SampleStream stream = stream(seed, 40, 5_000);
            Feed feed = new Feed(stream.bytes());
            feed.upTo(stream.bytes().length);
            assertEquals(stream.events(), feed.events(), "seed " + seed);
            assertEquals(0, feed.rest.length, "seed " + seed);
        }
    }

    @Test
    void findsTheSameByteByByte() throws ZmtpViolation {
        for (long seed = 0; seed < 50; seed++) {
            SampleStream stream = stream(seed, 30, 600);
            Feed feed = new Feed(stream.bytes());
            for (int end = 1; end <= stream.bytes().length; end++) {
                feed.upTo(end);
            }
            assertEquals(stream.events(), feed.events(), "seed " + seed);
        }
    }

    @Test
    void findsTheSameWhereverTheStreamIsCut() throws ZmtpViolation {
        for (long seed = 100; seed < 110; seed++) {
            SampleStream stream = stream(seed, 25, 400);
            byte[] bytes = stream.bytes();
            for (int cut = 0; cut <= bytes.length; cut++) {
                Feed feed = new Feed(bytes);
                feed.upTo(cut);
                feed.upTo(bytes.length);
                assertEquals(stream.events(), feed.events(), "seed " + seed + ", cut at " + cut);
            }
        }
    }

    @Test
    void findsTheSameInRandomPieces() throws ZmtpViolation {
        for (long seed = 200; seed < 700; seed++) {
            SampleStream stream = stream(seed, 40, 3_000);
            byte[] bytes = stream.bytes();
            Random random = new Random(seed);
            Feed feed = new Feed(bytes);
            int end = 0;
            while (end < bytes.length) {
                end = Math.min(bytes.length, end + 1 + random.nextInt(random.nextBoolean() ? 10 : 2_000));
                feed.upTo(end);
            }
            assertEquals(stream.events(), feed.events(), "seed " + seed);
        }
    }

    @Test
    void reportsNeighboursAsOneRun() throws ZmtpViolation {
        byte[] bytes = Wire.concat(
                Wire.repeat(Wire.message("a"), 5),
                Wire.message("x, not for us"),
                Wire.repeat(Wire.message("b", "c"), 3),
                Wire.command("PONG", new byte[0]),
                Wire.message("d"));
        StringBuilder runs = new StringBuilder();
        FrameDecoder decoder = new FrameDecoder(MAX_MESSAGE, "--max-message", MAX_COMMAND);
        RecordingSink sink = new RecordingSink() {
            @Override
            public void run(int start, int end, int messages) {
                runs.append(messages).append(' ');
            }
        };
        sink.bytes = ByteBuffer.wrap(bytes);
        assertEquals(bytes.length, decoder.decode(sink.bytes, 0, bytes.length, sink));
        assertEquals("5 3 1 ", runs.toString());
        assertEquals(Wire.message("x, not for us").length, decoder.largest());
    }

    @Test
    void aRunAlsoHoldsWhatStoodBeforeAMessageWithACommandInIt() throws ZmtpViolation {
        byte[] bytes = Wire.concat(
                Wire.message("a"),
                Wire.frame(1, Wire.ascii("first")),
                Wire.command("PING", new byte[] {0, 9}),
                Wire.frame(1, Wire.ascii("second")),
                Wire.command("PING", new byte[] {0, 9}),
                Wire.command("PING", new byte[] {0, 9}),
                Wire.frame(0, Wire.ascii("third")),
                Wire.message("b"));
        Feed feed = new Feed(bytes);
        feed.upTo(bytes.length);
        byte[] ping = Wire.concat(new byte[] {4}, Wire.ascii("PING"), new byte[] {0, 9});
        String command = SampleStream.event("command", List.of(ping));
        List<byte[]> parts = List.of(Wire.ascii("first"), Wire.ascii("second"), Wire.ascii("third"));
        assertEquals(
                List.of(
                        SampleStream.event("message", List.of(Wire.ascii("a"))),
                        command,
                        command,
                        command,
                        SampleStream.event("message", parts),
                        SampleStream.event("message", List.of(Wire.ascii("b")))),
                feed.events());
    }
}
