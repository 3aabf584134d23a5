package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.TopicName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSieveTest {
    /** Judges a message at an odd place of a direct buffer that ends with it, so that reading on fails. */
    private static boolean accepts(TopicSieve sieve, byte[] body) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(3 + body.length);
        bytes.put(3, body);
        return sieve.accepts(bytes, 3, bytes.capacity());
    }

    private static boolean naive(byte[] topic, byte[] body) {
        return body.length >= topic.length
                && Arrays.equals(Arrays.copyOf(body, topic.length), topic)
                && (body.length == topic.length || body[topic.length] == ' ');
    }

    @Test
    void takesItsTopicAndNoOther() {
        TopicSieve sieve = new TopicSieve(new TopicName("BARO"));
        for (String good : new String[] {"BARO", "BARO ", "BARO 1,2\n3", "BARO BARO_AVG"}) {
            assertTrue(accepts(sieve, good.getBytes(StandardCharsets.UTF_8)), good);
        }
        for (String bad : new String[] {"", "BAR", "BARO_AVG 1", "BARO\t1", "BARO\0", " BARO 1", "baro 1", "BARP 1"}) {
            assertFalse(accepts(sieve, bad.getBytes(StandardCharsets.UTF_8)), bad);
        }
    }

    @Test
    void doesAsANaiveComparisonDoesForEveryLength() {
        Random random = new Random(61);
        for (int length = 1; length <= 40; length++) {
            byte[] topic = new byte[length];
            for (int i = 0; i < length; i++) {
                topic[i] = (byte) ('!' + random.nextInt(90));
            }
            TopicSieve sieve = new TopicSieve(new TopicName(new String(topic, StandardCharsets.US_ASCII)));
            int taken = 0;
            for (int round = 0; round < 3_000; round++) {
                byte[] body = Arrays.copyOf(topic, random.nextInt(length + 4));
                if (body.length > length && random.nextInt(4) > 0) {
                    body[length] = ' ';
                }
                if (body.length > 0 && random.nextInt(3) == 0) {
                    body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
                }
                boolean expected = naive(topic, body);
                assertEquals(expected, accepts(sieve, body), () -> new String(body, StandardCharsets.ISO_8859_1));
                taken += expected ? 1 : 0;
            }
            assertTrue(taken > 100 && taken < 2_900, "the test reaches both: " + taken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü", "/größe", "温度計センサー", "/\ud83d\ude80/\ud83d\ude80/\ud83d\ude80"})
    void comparesBytesOfUtf8(String name) {
        byte[] topic = name.getBytes(StandardCharsets.UTF_8);
        TopicSieve sieve = new TopicSieve(new TopicName(name));
        assertTrue(accepts(sieve, topic));
        assertTrue(accepts(sieve, (name + " ü").getBytes(StandardCharsets.UTF_8)));
        for (int cut = 0; cut < topic.length; cut++) {
            assertFalse(accepts(sieve, Arrays.copyOf(topic, cut)), cut + " bytes");
        }
        assertFalse(accepts(sieve, (name + "\u00a0").getBytes(StandardCharsets.UTF_8)));
    }
}
