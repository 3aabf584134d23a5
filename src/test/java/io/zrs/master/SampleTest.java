package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.TopicBench.Link;
import io.zrs.model.Sample;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleTest {
    private final TopicBench bench;
    private Link publisher;

    SampleTest() throws IOException {
        bench = new TopicBench(1L << 30, 2048);
    }

    @BeforeEach
    void connect() throws IOException {
        publisher = bench.publisher();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private String head() {
        return new String(bench.topic.sample().orElseThrow().head(), StandardCharsets.UTF_8);
    }

    @Test
    void withoutAMessageThereIsNone() throws IOException {
        bench.takeIn(publisher, 0, Wire.message("/other"));
        bench.pass(1_000);
        assertEquals(Optional.empty(), bench.topic.sample());
    }

    @Test
    void theFirstRunOfASecondGivesItsLastMessage() throws IOException {
        bench.publish(publisher, Wire.concat(Wire.message("/t 1")));
        bench.pass(400);
        assertEquals("1", head());
        bench.publish(publisher, Wire.message("/t 2"), Wire.message("/t 3", "part"));
        bench.publish(publisher, Wire.message("/t 4"));
        Sample sample = bench.topic.sample().orElseThrow();
        assertEquals("3", head());
        assertEquals(new Sample(TopicBench.TOPIC, 1, sample.head(), 0), sample);
        bench.now.addAndGet(2_500_000_000L);
        bench.turnAtOnce();
        assertEquals(2_500, bench.topic.sample().orElseThrow().ageMillis());
    }

    @Test
    void aLongPayloadIsCutAndAnEmptyOneIsEmpty() throws IOException {
        byte[] body = Arrays.copyOf(Wire.ascii("/t x"), 3 + 20_000);
        body[body.length - 1] = 'y';
        bench.publish(publisher, Wire.frame(0, body));
        Sample sample = bench.topic.sample().orElseThrow();
        assertEquals(20_000, sample.size());
        assertArrayEquals(Arrays.copyOfRange(body, 3, 3 + Sample.MAX_BYTES), sample.head());
        for (String empty : new String[] {"/t", "/t "}) {
            bench.pass(1_000);
            bench.publish(publisher, Wire.message(empty));
            sample = bench.topic.sample().orElseThrow();
            assertEquals(0, sample.size());
            assertEquals(0, sample.head().length);
        }
    }

    @Test
    void aSampleIsNotOverwritten() throws IOException {
        bench.publish(publisher, Wire.message("/t first"));
        byte[] first = bench.topic.sample().orElseThrow().head();
        bench.pass(1_000);
        bench.publish(publisher, Wire.message("/t other"));
        assertEquals("first", new String(first, StandardCharsets.UTF_8));
        assertEquals("other", head());
    }

    @Test
    void aLatchedTopicsSampleIsTheLatchedMessage() throws IOException {
        bench.topic.latch().turnOn();
        bench.publish(publisher, Wire.message("/t 1"));
        bench.publish(publisher, Wire.message("/t 2"));
        assertEquals("2", head());
        bench.pass(3_000);
        assertEquals(3_000, bench.topic.sample().orElseThrow().ageMillis());
        bench.publish(publisher, Wire.message("/t " + "x".repeat(5_000)));
        assertEquals(5_000, bench.topic.sample().orElseThrow().size(), "too large to be latched");
    }

    @Test
    void costsNoAllocationOnceItHasItsMemory() throws IOException {
        byte[] message = Wire.frame(0, Arrays.copyOf(Wire.ascii("/t "), 10_000));
        for (int i = 0; i < 300; i++) {
            bench.pass(1_000);
            bench.publish(publisher, message);
        }
        bench.allocated = 0;
        for (int i = 0; i < 300; i++) {
            bench.pass(1_000);
            bench.publish(publisher, message);
        }
        assertTrue(bench.allocated < 32 << 10, bench.allocated + " bytes for 300 samples");
    }
}
