package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.protocol.Reply;
import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ConnectionHandler;
import io.zrs.zmtp.Frames;
import io.zrs.zmtp.ZmtpConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One node's control connection. A request is one frame behind an envelope, which ends with an empty frame (REQ writes
 * one) and comes back before the reply (RFC 28); a DEALER may leave the envelope out.
 */
final class ControlSession implements ConnectionHandler {
    private final Conductor conductor;
    private final ZmtpConnection connection;
    private final long id;
    private final Reports reports;

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
        String reply = frames.size() - body == 1
                ? reply(frames.get(body))
                : conductor.encode(new Reply.Failed(ErrorCode.INVALID, "a request is one frame"));
        List<byte[]> out = new ArrayList<>(frames.subList(0, body));
        out.add(reply.getBytes(StandardCharsets.UTF_8));
        connection.send(Frames.message(out.toArray(byte[][]::new)));
    }

    private String reply(byte[] request) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request))
                    .toString();
            return conductor.answer(text, this);
        } catch (CharacterCodingException e) {
            return conductor.encode(new Reply.Failed(ErrorCode.INVALID, "the request is not UTF-8 text"));
        }
    }

    @Override
    public void closed(CloseReason reason, long unsentMessages, long unsentBytes) {
        if (reason.kind() == CloseReason.Kind.VIOLATION) {
            reports.refused(reason.text(), connection.remote());
        }
        if (reason.kind() != CloseReason.Kind.LOCAL) {
            conductor.left(this);
        }
    }
}
