package io.zrs.bag.record;

import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.mcap.Compression;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether the next chunk is compressed: not while the disk is late, and only now and then where it has gained nothing, as with
 * pictures. A chunk of a single message, which is a large one, goes by what its channel's gained before.
 */
final class CompressionChoice {
    private static final int LONGEST_PAUSE = 15;

    /** A chunk is stored as it is if that is not longer than this part of it, in 16ths. */
    private static final int WORTH = 15;

    private final Compression wanted;
    private final Map<Integer, Pause> pauses = new HashMap<>();
    private Pause asked;

    /** For how many chunks nothing is tried. */
    private static final class Pause {
        private int left;
        private int length;
    }

    CompressionChoice(Compression wanted) {
        this.wanted = wanted;
    }

    /** How to compress a chunk. */
    Compression of(ChunkBuffer chunk, boolean late) {
        asked = null;
        if (late || wanted == Compression.NONE) {
            return Compression.NONE;
        }
        Pause pause = pauses.computeIfAbsent(chunk.messages() == 1 ? chunk.channel(0) : -1, key -> new Pause());
        if (pause.left > 0) {
            pause.left--;
            return Compression.NONE;
        }
        asked = pause;
        return wanted;
    }

    /** How many bytes the chunk took that was asked for last. */
    void took(ChunkBuffer chunk, long bytes) {
        if (asked != null) {
            boolean worth = bytes < (long) chunk.bytes() / (WORTH + 1) * WORTH;
            asked.length = worth ? 0 : Math.min(LONGEST_PAUSE, 2 * asked.length + 1);
            asked.left = asked.length;
        }
    }
}
