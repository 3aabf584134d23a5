package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeptMessageTest {
    private final ChunkPool pool = new ChunkPool(1 << 20);
    private final MessageStore store = new MessageStore(pool, 4096);
    private final KeptMessage kept = store.place();

    private boolean keep(KeptMessage place, int length, char letter) {
        Chunk source = pool.acquire(length + 10);
        source.bytes().put(10, Wire.filled(length, letter));
        boolean isKept = place.keep(source, 10, 10 + length);
        source.bytes().put(10, Wire.filled(length, '!'));
        source.release();
        return isKept;
    }

    @Test
    void keepsACopyInMemoryThatServesTheNextOne() {
        assertTrue(kept.isEmpty());
        assertTrue(keep(kept, 600, 'a'));
        Chunk first = kept.chunk();
        assertEquals(600, kept.length());
        assertEquals('a', first.bytes().get(0));
        assertEquals('a', first.bytes().get(599));
        assertTrue(keep(kept, 1_000, 'b'));
        assertSame(first, kept.chunk());
        assertEquals('b', first.bytes().get(999));
        assertEquals(1024, store.heldBytes());
    }

    @Test
    void takesNoMoreMemoryThanTheMessageNeeds() {
        assertTrue(keep(kept, 4_000, 'a'));
        assertEquals(4096, store.heldBytes());
        assertTrue(keep(kept, 10, 'b'));
        assertEquals(512, store.heldBytes());
    }

    @Test
    void leavesMemoryAloneThatAQueueHolds() {
        keep(kept, 600, 'a');
        Chunk first = kept.chunk().retain();
        keep(kept, 600, 'b');
        assertNotSame(first, kept.chunk());
        assertEquals('a', first.bytes().get(599));
        assertEquals(1024, store.heldBytes());
        first.release();
        kept.drop();
        assertEquals(0, store.heldBytes());
        assertEquals(0, pool.usedBytes());
    }

    @Test
    void whatDoesNotFitIsNotKept() {
        KeptMessage other = store.place();
        assertTrue(keep(other, 2_000, 'o'));
        assertTrue(keep(kept, 2_000, 'a'));
        assertFalse(keep(kept, 2_100, 'b'));
        assertTrue(kept.isEmpty());
        assertEquals(0, kept.length());
        assertEquals(2048, store.heldBytes());
        other.drop();
        assertTrue(other.isEmpty());
        assertTrue(keep(kept, 2_100, 'b'));
        kept.drop();
        kept.drop();
        assertEquals(0, pool.usedBytes());
    }

    @Test
    void withoutMemoryNothingIsKept() {
        ChunkPool small = new ChunkPool(512);
        KeptMessage place = new MessageStore(small, 1 << 20).place();
        Chunk source = small.acquire(100);
        assertFalse(place.keep(source, 0, 100));
        source.release();
        Chunk other = pool.acquire(100);
        assertTrue(place.keep(other, 0, 100));
    }
}
