package io.zrs.master;

import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ConnectionHandler;
import io.zrs.zmtp.Frames;
import io.zrs.zmtp.SocketType;
import io.zrs.zmtp.ZmtpConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One control connection. A request is one frame behind an envelope, which ends with an empty frame (REQ writes one) and
 * comes back before the reply (RFC 28); a DEALER may leave the envelope out.
 */
final class ControlSession implements ConnectionHandler {
    private final Conductor conductor;
    private final ZmtpConnection connection;
    private final long id;
    private final Reports reports;

    /** What stands before what nobody asked for: the envelope that the peer itself used last. */
    private List<byte[]> lastEnvelope = List.of();

    private boolean greeted;

    ControlSession(Conductor conductor, ZmtpConnection connection, long id, Reports reports) {
        this.conductor = conductor;
        this.connection = connection;
        this.id = id;
        this.reports = reports;
    }

    long id() {
        return id;
    }

    ZmtpConnection connection() {
        return connection;
    }

    @Override
    public void opened() {
        conductor.opened(this);
    }

    @Override
    public void messages(Chunk chunk, int start, int end, int count) {
        ByteBuffer bytes = chunk.bytes();
        for (int at = start; at < end && !connection.isClosed(); at = Frames.messageEnd(bytes, at)) {
            answer(frames(bytes, at));
        }
    }

    private static List<byte[]> frames(ByteBuffer bytes, int message) {
        List<byte[]> frames = new ArrayList<>(2);
        int at = message;
        boolean more = true;
        while (more) {
            byte[] body = new byte[Frames.frameEnd(bytes, at) - Frames.bodyStart(bytes, at)];
            bytes.get(Frames.bodyStart(bytes, at), body);
            frames.add(body);
            more = (bytes.get(at) & Frames.MORE) != 0;
            at = Frames.frameEnd(bytes, at);
        }
        return frames;
    }

    private void answer(List<byte[]> frames) {
        int body = 0;
        for (int i = 0; i < frames.size() - 1 && body == 0; i++) {
            body = frames.get(i).length == 0 ? i + 1 : 0;
        }
        lastEnvelope = frames.subList(0, body);
        if (frames.size() - body != 1) {
            conductor.malformed("a request is one frame", this, lastEnvelope);
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frames.get(body)))
                    .toString();
            conductor.request(text, this, lastEnvelope);
        } catch (CharacterCodingException e) {
            conductor.malformed("the request is not UTF-8 text", this, lastEnvelope);
        }
    }

    /** {@code now} if the peer has just learnt that this master speaks protocol 2. */
    void greeted(boolean now) {
        greeted |= now;
    }

    /** Whether the peer knows that this master speaks protocol 2. */
    boolean isGreeted() {
        return greeted;
    }

    /** Sends a reply behind its request's envelope; has no effect where the connection has ended. */
    void send(List<byte[]> envelope, String text) {
        byte[][] frames = new byte[envelope.size() + 1][];
        envelope.toArray(frames);
        frames[envelope.size()] = text.getBytes(StandardCharsets.UTF_8);
        connection.send(Frames.message(frames));
    }

    /** Whether the peer can be told what it did not ask for: a REQ socket would drop it. */
    boolean takesPushes() {
        return connection.peerType() == SocketType.DEALER;
    }

    /** Sends an encoded push. */
    void push(String text) {
        send(lastEnvelope, text);
    }

    @Override
    public void closed(CloseReason reason, long unsentMessages, long unsentBytes) {
        if (reason.kind() == CloseReason.Kind.VIOLATION) {
            reports.refused(reason.text(), connection.remote());
        }
        conductor.closed(this, reason);
    }
}
