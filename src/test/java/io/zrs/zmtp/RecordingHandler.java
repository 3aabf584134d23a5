package io.zrs.zmtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a connection's owner is told. */
class RecordingHandler implements ConnectionHandler {
    final ZmtpConnection connection;
    final List<String> events = new ArrayList<>();
    final List<CloseReason> ends = new ArrayList<>();
    long lostMessages;
    long lostBytes;
    int drained;
    long unsentMessages;
    long unsentBytes;

    RecordingHandler(ZmtpConnection connection) {
        this.connection = connection;
    }

    @Override
    public void opened() {
        events.add("opened");
    }

    @Override
    public void messages(Chunk chunk, int start, int end, int count) {
        ByteBuffer bytes = chunk.bytes();
        for (int at = start; at < end; at = Frames.frameEnd(bytes, at)) {
            byte[] body = new byte[Frames.frameEnd(bytes, at) - Frames.bodyStart(bytes, at)];
            bytes.get(Frames.bodyStart(bytes, at), body);
            events.add(new String(body, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void subscription(boolean subscribe, byte[] prefix) {
        events.add((subscribe ? "+" : "-") + new String(prefix, StandardCharsets.UTF_8));
    }

    @Override
    public void lost(long messages, long bytes, boolean total) {
        lostMessages += messages;
        lostBytes += bytes;
    }

    @Override
    public void drained() {
        drained++;
    }

    @Override
    public void closed(CloseReason reason, long messages, long bytes) {
        ends.add(reason);
        unsentMessages = messages;
        unsentBytes = bytes;
    }
}
