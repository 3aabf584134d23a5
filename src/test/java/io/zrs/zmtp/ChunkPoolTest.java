package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkPoolTest {
    private final ChunkPool pool = new ChunkPool(1 << 20);

    @Test
    void sizesArePowersOfTwoFrom512() {
        int[][] sizes = {{1, 512}, {511, 512}, {512, 512}, {513, 1024}, {65536, 65536}, {65537, 131072}};
        for (int[] size : sizes) {
            Chunk chunk = pool.acquire(size[0]);
            assertEquals(size[1], chunk.capacity(), size[0] + " bytes");
            chunk.release();
        }
    }

    @Test
    void aReleasedChunkIsUsedAgain() {
        Chunk first = pool.acquire(1000);
        first.release();
        assertSame(first, pool.acquire(600));
        assertEquals(1024, pool.allocatedBytes());
    }

    @Test
    void aChunkComesBackWhenItsLastHolderLetsGo() {
        Chunk chunk = pool.acquire(512);
        assertFalse(chunk.isShared());
        chunk.retain();
        assertTrue(chunk.isShared());
        chunk.release();
        assertFalse(chunk.isShared());
        assertEquals(512, pool.usedBytes());
        chunk.release();
        assertEquals(0, pool.usedBytes());
        assertEquals(512, pool.allocatedBytes());
    }

    @Test
    void theLimitHolds() {
        Chunk half = pool.acquire(1 << 19);
        Chunk other = pool.acquire(1 << 19);
        assertNull(pool.acquire(1));
        other.release();
        half.release();
        assertNull(pool.acquire((1 << 20) + 1));
        assertNotNull(pool.acquire(1 << 20));
    }

    @Test
    void unusedMemoryOfOtherSizesMakesWay() {
        List<Chunk> small = new ArrayList<>();
        for (int i = 0; i < 2048; i++) {
            small.add(pool.acquire(512));
        }
        assertNull(pool.acquire(1024));
        small.forEach(Chunk::release);
        assertEquals(1 << 20, pool.acquire(1 << 20).capacity());
        assertEquals(1 << 20, pool.allocatedBytes());
    }

    @Test
    void trimmingFreesTheLargestFirstAndNothingInUse() {
        Chunk large = pool.acquire(1 << 18);
        Chunk medium = pool.acquire(1 << 16);
        Chunk small = pool.acquire(1 << 10);
        Chunk used = pool.acquire(1 << 12);
        large.release();
        medium.release();
        small.release();
        pool.trim(1 << 17);
        assertEquals((1 << 16) + (1 << 10) + (1 << 12), pool.allocatedBytes());
        pool.trim(0);
        assertEquals(1 << 12, pool.allocatedBytes());
        assertEquals(1 << 12, pool.usedBytes());
        used.release();
    }

    @Test
    void aWindowSeesItsPartAlone() {
        Chunk chunk = pool.acquire(512);
        chunk.window(10, 13).put(Wire.ascii("abc"));
        assertEquals('b', chunk.bytes().get(11));
        assertEquals(2, chunk.window(11, 13).remaining());
        assertEquals(512, chunk.bytes().limit());
        assertEquals(0, chunk.bytes().position());
    }

    @Test
    void theBooksBalanceWhateverHappens() {
        Random random = new Random(41);
        List<Chunk> held = new ArrayList<>();
        long used = 0;
        for (int round = 0; round < 50_000; round++) {
            if (random.nextInt(100) == 0) {
                pool.trim(random.nextInt(1 << 20));
            } else if (held.isEmpty() || random.nextBoolean()) {
                Chunk chunk = pool.acquire(1 + random.nextInt(1 << random.nextInt(19)));
                if (chunk != null) {
                    held.add(chunk);
                    used += chunk.capacity();
                }
            } else {
                Chunk chunk = held.remove(random.nextInt(held.size()));
                used -= chunk.capacity();
                chunk.release();
            }
            assertEquals(used, pool.usedBytes(), "round " + round);
            assertTrue(pool.allocatedBytes() >= used && pool.allocatedBytes() <= 1 << 20, "round " + round);
        }
    }

    @Test
    void aContextNeedsItsReceiveBuffer() {
        assertThrows(IllegalStateException.class, () -> Contexts.of(new ChunkPool(1000)));
    }
}
