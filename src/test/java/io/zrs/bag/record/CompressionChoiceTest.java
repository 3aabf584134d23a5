package io.zrs.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.mcap.Compression;
import org.junit.jupiter.api.Test;

class CompressionChoiceTest {
    private final CompressionChoice choice = new CompressionChoice(Compression.LZ4);

    private static ChunkBuffer chunk(int channel, int messages) {
        ChunkBuffer chunk = new ChunkBuffer();
        for (int i = 0; i < messages; i++) {
            chunk.add(channel, i, 0, 0, new byte[1000], 0, 1000);
        }
        return chunk;
    }

    /** How many of so many chunks are tried, each becoming such a part of what it was. */
    private int tried(ChunkBuffer chunk, int count, double part) {
        int tried = 0;
        for (int i = 0; i < count; i++) {
            boolean compressed = choice.of(chunk, false) == Compression.LZ4;
            tried += compressed ? 1 : 0;
            choice.took(chunk, (long) (compressed ? chunk.bytes() * part : chunk.bytes()));
        }
        return tried;
    }

    @Test
    void compressesWhatGetsSmaller() {
        assertEquals(100, tried(chunk(1, 10), 100, 0.5));
    }

    @Test
    void triesNowAndThenWhatDoesNot() {
        assertEquals(1 + 1 + 1 + 1 + 9, tried(chunk(1, 1), 170, 1.0));
    }

    @Test
    void judgesLargeMessagesByTheirChannel() {
        tried(chunk(1, 1), 100, 1.0);
        assertEquals(10, tried(chunk(2, 1), 10, 0.5));
        assertEquals(10, tried(chunk(1, 10), 10, 0.5));
    }

    @Test
    void compressesNothingWhileTheDiskIsLate() {
        ChunkBuffer chunk = chunk(1, 1);
        assertEquals(Compression.NONE, choice.of(chunk, true));
        choice.took(chunk, chunk.bytes());
        assertEquals(Compression.LZ4, choice.of(chunk, false));
    }
}
