package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.master.MasterOptions.Builder;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MasterOptionsTest {
    @Test
    void theDefaultsAreTheDocumentedOnes() {
        MasterOptions expected = new MasterOptions(
                "127.0.0.1",
                5555,
                Optional.empty(),
                64 << 20,
                64 << 10,
                Duration.ofSeconds(10),
                0,
                10_000,
                64L << 20,
                1L << 30,
                Optional.empty());
        assertEquals(expected, MasterOptions.builder().build());
    }

    @Test
    void everyOptionArrives() {
        MasterOptions options = MasterOptions.builder()
                .bind("0.0.0.0")
                .port(0)
                .dataPorts(new PortRange(6000, 6001))
                .maxMessageBytes(1024)
                .maxControlBytes(2048)
                .handshakeTimeout(Duration.ofMillis(1))
                .maxConnections(7)
                .maxTopics(1)
                .subscriberQueueBytes(4096)
                .totalQueueBytes(8192)
                .stateDirectory(Path.of("kept"))
                .build();
        MasterOptions expected = new MasterOptions(
                "0.0.0.0",
                0,
                Optional.of(new PortRange(6000, 6001)),
                1024,
                2048,
                Duration.ofMillis(1),
                7,
                1,
                4096,
                8192,
                Optional.of(Path.of("kept")));
        assertEquals(expected, options);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        List<UnaryOperator<Builder>> wrong = List.of(
                b -> b.port(-1),
                b -> b.port(65536),
                b -> b.maxMessageBytes(1023),
                b -> b.maxMessageBytes((512 << 20) + 1),
                b -> b.maxControlBytes(1023),
                b -> b.maxControlBytes(Integer.MAX_VALUE),
                b -> b.handshakeTimeout(Duration.ZERO),
                b -> b.handshakeTimeout(Duration.ofDays(1).plusNanos(1)),
                b -> b.handshakeTimeout(Duration.ofSeconds(Long.MAX_VALUE)),
                b -> b.maxConnections(-1),
                b -> b.maxTopics(0),
                b -> b.subscriberQueueBytes(1023),
                b -> b.subscriberQueueBytes(Long.MAX_VALUE),
                b -> b.totalQueueBytes(1023),
                b -> b.totalQueueBytes(Long.MAX_VALUE));
        for (int i = 0; i < wrong.size(); i++) {
            Builder builder = wrong.get(i).apply(MasterOptions.builder());
            ZrsException e = assertThrows(ZrsException.class, builder::build, "number " + i);
            assertEquals(ErrorCode.INVALID, e.code());
        }
    }
}
