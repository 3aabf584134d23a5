package io.zrs.cli.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ZrsException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BufferSizeTest {
    @Test
    void isWhatIsUsualOrWhatTheHeapBears() {
        assertEquals(256_000_000, BufferSize.choose(Optional.empty(), 4_000_000_000L));
        assertEquals(100_000_000, BufferSize.choose(Optional.empty(), 200_000_000));
        assertEquals(1_000_000_000, BufferSize.choose(Optional.of(1_000_000_000L), 4_000_000_000L));
    }

    @Test
    void complainsOfTooMuch() {
        ZrsException refused =
                assertThrows(ZrsException.class, () -> BufferSize.choose(Optional.of(1_000_000_000L), 1_000_000_000));
        assertEquals("a buffer of 1000 MB does not fit into Java's heap of 1000 MB", refused.getMessage());
        assertEquals("give at most 750MB, or a larger heap as ZRS_JAVA_OPTS=-Xmx1501m", refused.remedy());
    }
}
