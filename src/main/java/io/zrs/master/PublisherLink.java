package io.zrs.master;

import io.zrs.model.Role;
import io.zrs.model.Volume;
import io.zrs.protocol.NodeMark;
import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.FrameSieve;
import io.zrs.zmtp.Frames;
import io.zrs.zmtp.ZmtpConnection;
import java.nio.ByteBuffer;

/** A publisher's data connection. */
final class PublisherLink extends TopicLink {
    private boolean patient;

    PublisherLink(Topic topic, ZmtpConnection connection, long id) {
        super(topic, connection, id);
    }

    @Override
    boolean isActive() {
        return true;
    }

    @Override
    Role role() {
        return Role.PUBLISHER;
    }

    @Override
    public void opened() {
        connection.subscribe(topic.name().bytes());
        if (topic.isAsking()) {
            ask();
        }
    }

    /** Behind the topic's own, for those who take the first subscription that they see for the only one. */
    @Override
    void ask() {
        connection.subscribe(NodeMark.prefix());
    }

    @Override
    public FrameSieve sieve() {
        return topic.sieve();
    }

    @Override
    public void messages(Chunk chunk, int start, int end, int count) {
        topic.forward(this, chunk, start, end, count);
    }

    /** The mark is no message of the topic, and so is looked for only here. */
    @Override
    public void rejected(Chunk chunk, int start, int end) {
        byte[] mark = markIn(chunk.bytes(), start, end);
        String instance = mark == null ? null : NodeMark.instanceIn(mark);
        if (instance == null) {
            topic.misdirected(connection);
            return;
        }
        topic.identified(this, instance);
        if (!patient && NodeMark.isPatient(mark)) {
            patient = true;
            topic.patience().add(this);
        }
    }

    /** Whether it would rather wait than have messages dropped. */
    boolean isPatient() {
        return patient;
    }

    /** The body of what may be a mark; null if it cannot be one. */
    private static byte[] markIn(ByteBuffer bytes, int start, int end) {
        int at = Frames.bodyStart(bytes, start);
        int length = Frames.frameEnd(bytes, start) - at;
        if (at + length < end || length == 0 || length > NodeMark.MAX_BYTES || bytes.get(at) != 0) {
            return null;
        }
        byte[] body = new byte[length];
        bytes.get(at, body);
        return body;
    }

    @Override
    Volume passed() {
        return new Volume(
                connection.traffic().messagesIn(), connection.traffic().bytesIn());
    }

    @Override
    Volume waiting() {
        return Volume.NONE;
    }

    @Override
    Volume lost() {
        return Volume.NONE;
    }

    @Override
    public void closed(CloseReason reason, long unsentMessages, long unsentBytes) {
        topic.left(this, reason);
    }
}
