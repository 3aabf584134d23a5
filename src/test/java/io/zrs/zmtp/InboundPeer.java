package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One peer's {@link Inbound} with its decoder, whose runs are held now and then as a send queue would hold them. */
final class InboundPeer implements Inbound.Consumer {
    private record Held(Chunk chunk, int start, byte[] bytes) {}

    final Inbound inbound;
    final RecordingSink sink;
    private final FrameDecoder decoder;
    private final List<Held> held = new ArrayList<>();
    private Chunk chunk;

    /**
     * A peer.
     *
     * @param random when to hold a run; null never does
     */
    InboundPeer(ZmtpContext context, int maxMessageBytes, Random random) {
        this(context, maxMessageBytes, random, Integer.MAX_VALUE);
    }

    /** A peer of which no more than {@code atOnce} bytes are read at once. */
    InboundPeer(ZmtpContext context, int maxMessageBytes, Random random, int atOnce) {
        this.inbound = new Inbound(context, atOnce);
        this.decoder = new FrameDecoder(maxMessageBytes, "--max-message", 1 << 10);
        this.sink = new RecordingSink() {
            @Override
            public void run(int start, int end, int messages) throws ZmtpViolation {
                super.run(start, end, messages);
                if (random != null && random.nextInt(4) == 0) {
                    byte[] copy = new byte[end - start];
                    chunk.bytes().get(start, copy);
                    held.add(new Held(chunk.retain(), start, copy));
                }
                if (held.size() > 3) {
                    release(held.remove(random.nextInt(held.size())));
                }
            }
        };
    }

    private static void release(Held one) {
        byte[] now = new byte[one.bytes.length];
        one.chunk.bytes().get(one.start, now);
        assertArrayEquals(one.bytes, now, "what a queue holds stays as it was");
        one.chunk.release();
    }

    /** Reads until the channel ends. */
    void readAll(ScriptedReader channel) throws IOException, ZmtpViolation {
        int n = 0;
        while (n >= 0) {
            n = inbound.readFrom(channel, this);
        }
    }

    /** Lets go of everything, so that the pool has all its memory back. */
    void close() {
        inbound.clear();
        held.forEach(InboundPeer::release);
        held.clear();
    }

    @Override
    public int consume(Chunk from, int start, int limit) throws ZmtpViolation {
        chunk = from;
        sink.bytes = from.bytes();
        return decoder.decode(from.bytes(), start, limit, sink);
    }

    @Override
    public long needed() {
        return decoder.needed();
    }

    @Override
    public int largest() {
        return decoder.largest();
    }
}
