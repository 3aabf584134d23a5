package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a decoder finds, as {@link SampleStream#event} puts it, and checks that runs are what they claim. */
class RecordingSink implements FrameDecoder.Sink {
    final List<String> events = new ArrayList<>();

    /** What is being decoded. */
    ByteBuffer bytes;

    @Override
    public boolean accepts(ByteBuffer from, int start, int end) {
        return start == end || from.get(start) != SampleStream.REJECTED;
    }

    @Override
    public void run(int start, int end, int messages) throws ZmtpViolation {
        int count = 0;
        for (int at = start; at < end; at = Frames.messageEnd(bytes, at)) {
            List<byte[]> bodies = new ArrayList<>();
            for (int frame = at; frame < Frames.messageEnd(bytes, at); frame = Frames.frameEnd(bytes, frame)) {
                bodies.add(copy(Frames.bodyStart(bytes, frame), Frames.frameEnd(bytes, frame)));
            }
            events.add(SampleStream.event("message", bodies));
            count++;
        }
        assertEquals(count, messages, "messages in a run");
    }

    @Override
    public void rejected(int start, int end) throws ZmtpViolation {
        assertEquals(Frames.messageEnd(bytes, start), end, "a whole message is rejected");
        events.add("rejected");
    }

    @Override
    public void command(int start, int end) throws ZmtpViolation {
        events.add(SampleStream.event("command", List.of(copy(start, end))));
    }

    private byte[] copy(int start, int end) {
        byte[] copy = new byte[end - start];
        bytes.get(start, copy);
        return copy;
    }
}
