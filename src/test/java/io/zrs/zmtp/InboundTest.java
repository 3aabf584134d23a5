package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class InboundTest {
    private static final int MAX_MESSAGE = 4 << 20;

    private final ChunkPool pool = new ChunkPool(1L << 30);
    private final ZmtpContext context = Contexts.of(pool);
    private final long baseline = pool.usedBytes();

    private static IntSupplier pieces(Random random) {
        int usual = 1 << random.nextInt(20);
        return () -> random.nextInt(5) == 0 ? random.nextInt(3) : 1 + random.nextInt(usual);
    }

    @Test
    void findsTheSameAsDecodingWholeAndLeaksNothing() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            SampleStream stream = SampleStream.of(random, 1 + random.nextInt(60), 1 << random.nextInt(19));
            InboundPeer peer = new InboundPeer(context, MAX_MESSAGE, random);
            peer.readAll(new ScriptedReader(stream.bytes(), pieces(random), false));
            assertEquals(stream.events(), peer.sink.events, "seed " + seed);
            peer.close();
            assertEquals(baseline, pool.usedBytes(), "memory in use, seed " + seed);
        }
    }

    @Test
    void readsNoMoreAtOnceThanItMayAndFindsTheSame() throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int atOnce = 1 + random.nextInt(5000);
            SampleStream stream = SampleStream.of(random, 30, 1 << random.nextInt(19));
            InboundPeer peer = new InboundPeer(context, MAX_MESSAGE, random, atOnce);
            ScriptedReader channel = new ScriptedReader(stream.bytes(), () -> Integer.MAX_VALUE, false);
            int before = 0;
            while (peer.inbound.readFrom(channel, peer) >= 0) {
                assertTrue(channel.given() - before <= atOnce, "seed " + seed);
                before = channel.given();
            }
            assertEquals(stream.events(), peer.sink.events, "seed " + seed);
            peer.close();
            assertEquals(baseline, pool.usedBytes(), "memory in use, seed " + seed);
        }
    }

    @Test
    void findsTheSameByteByByte() throws Exception {
        SampleStream stream = SampleStream.of(new Random(5), 40, 400);
        InboundPeer peer = new InboundPeer(context, MAX_MESSAGE, new Random(5));
        peer.readAll(new ScriptedReader(stream.bytes(), () -> 1, false));
        assertEquals(stream.events(), peer.sink.events);
    }

    @Test
    void peersThatShareTheReceiveBufferDoNotDisturbEachOther() throws Exception {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<SampleStream> streams = new ArrayList<>();
            List<InboundPeer> peers = new ArrayList<>();
            List<ScriptedReader> channels = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                streams.add(SampleStream.of(random, 40, 1 << (4 + 3 * i)));
                peers.add(new InboundPeer(context, MAX_MESSAGE, random));
                channels.add(new ScriptedReader(streams.get(i).bytes(), pieces(random), false));
            }
            boolean open = true;
            while (open) {
                open = false;
                for (int i = 0; i < peers.size(); i++) {
                    open |= peers.get(i).inbound.readFrom(channels.get(i), peers.get(i)) >= 0;
                }
            }
            for (int i = 0; i < peers.size(); i++) {
                assertEquals(streams.get(i).events(), peers.get(i).sink.events, "seed " + seed + ", peer " + i);
                peers.get(i).close();
            }
            assertEquals(baseline, pool.usedBytes(), "memory in use, seed " + seed);
        }
    }

    @Test
    void leaksNothingWhereverTheStreamBreaks() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] whole = SampleStream.of(random, 20, 1 << random.nextInt(19)).bytes();
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            boolean hostile = random.nextBoolean();
            if (hostile) {
                bytes = Wire.concat(bytes, Wire.filled(300_000, '\u00ff'));
            }
            InboundPeer peer = new InboundPeer(context, MAX_MESSAGE, random);
            ScriptedReader channel = new ScriptedReader(bytes, pieces(random), true);
            Class<? extends Exception> end = hostile ? Exception.class : IOException.class;
            assertThrows(end, () -> peer.readAll(channel), "seed " + seed);
            peer.close();
            assertEquals(baseline, pool.usedBytes(), "memory in use, seed " + seed);
        }
    }

    @Test
    void nothingIsHeldBetweenWholeMessages() throws Exception {
        Random random = new Random(6);
        InboundPeer peer = new InboundPeer(context, MAX_MESSAGE, new Random(6));
        for (int size : new int[] {10, 70_000, 300_000, 3_000_000, 64 << 10, ZmtpContext.RECEIVE_BYTES - 9, 5}) {
            ScriptedReader channel = new ScriptedReader(Wire.frame(0, new byte[size]), pieces(random), false);
            peer.readAll(channel);
            assertEquals(1, peer.sink.events.size(), size + " bytes");
            peer.sink.events.clear();
            peer.close();
            assertEquals(baseline, pool.usedBytes(), size + " bytes");
        }
    }

    @Test
    void aClaimedLengthAloneCostsNoMemory() throws Exception {
        long limit = 64L << 20;
        for (int sent = 10; sent < 5_000_000; sent = sent * 3 / 2) {
            InboundPeer peer = new InboundPeer(context, (int) limit, null);
            byte[] claim = Wire.concat(Wire.header(2, limit - 9), new byte[sent]);
            peer.readAll(new ScriptedReader(claim, () -> 10_000, false));
            long cost = pool.usedBytes() - baseline;
            assertTrue(cost <= 1024 + 4L * sent, cost + " bytes of memory for " + sent + " bytes sent");
            peer.close();
        }
        assertEquals(baseline, pool.usedBytes());
    }

    @Test
    void manyEmptyPartsCostNoMoreThanTheyTake() throws Exception {
        InboundPeer peer = new InboundPeer(context, MAX_MESSAGE, null);
        byte[] parts = Wire.repeat(Wire.frame(1, new byte[0]), 1_000_000);
        peer.readAll(new ScriptedReader(parts, () -> 100_000, false));
        assertTrue(pool.usedBytes() - baseline <= 4L * parts.length);
        assertEquals(List.of(), peer.sink.events);
        peer.close();
        assertEquals(baseline, pool.usedBytes());
    }

    @Test
    void refusesToGoOnWhereMemoryIsShort() {
        ChunkPool small = new ChunkPool(ZmtpContext.RECEIVE_BYTES + (1 << 20));
        ZmtpContext tight = Contexts.of(small);
        InboundPeer peer = new InboundPeer(tight, MAX_MESSAGE, null);
        byte[] large = Wire.frame(0, new byte[2_000_000]);
        ScriptedReader channel = new ScriptedReader(large, () -> 50_000, false);
        assertThrows(ZmtpViolation.class, () -> peer.readAll(channel));
        peer.close();
        assertEquals(ZmtpContext.RECEIVE_BYTES, small.usedBytes());
    }

    @Test
    void neverReadsOverWhatAQueueHolds() throws Exception {
        ChunkPool small = new ChunkPool(ZmtpContext.RECEIVE_BYTES + (44 << 10));
        ZmtpContext tight = Contexts.of(small);
        InboundPeer peer = new InboundPeer(tight, MAX_MESSAGE, null);
        ScriptedReader channel = new ScriptedReader(Wire.repeat(Wire.message("a"), 10), () -> 3, false);
        peer.inbound.readFrom(channel, peer);
        Chunk held = tight.receive().retain();
        assertThrows(ZmtpViolation.class, () -> peer.inbound.readFrom(channel, peer));
        assertEquals(3, channel.given());
        held.release();
        peer.readAll(channel);
        assertEquals(10, peer.sink.events.size());
    }
}
