package io.zrs.bag.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeHeapTest {
    private final List<String> given = new ArrayList<>();
    private final TimeHeap heap =
            new TimeHeap((channel, time) -> given.add(Long.toUnsignedString(time) + " " + channel));

    @Test
    void ordersUnsignedTimes() {
        heap.add(3, -1);
        heap.add(65_535, 7);
        heap.add(1, 5);
        heap.giveUpTo(6);
        assertEquals(List.of("5 1"), given);
        heap.add(0, 6);
        heap.giveAll();
        assertEquals(List.of("5 1", "6 0", "7 65535", "18446744073709551615 3"), given);
    }

    @Test
    void ordersAnything() {
        Random random = new Random(4);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            long time = random.nextInt(3000) - 1000;
            times.add(time);
            heap.add((int) (time + 1000), time);
        }
        times.sort(Long::compareUnsigned);
        heap.giveAll();
        List<String> expected = new ArrayList<>();
        times.forEach(time -> expected.add(Long.toUnsignedString(time) + " " + (time + 1000)));
        assertEquals(expected, given);
    }

    /** More than a bounded memory has room for come out of order, and none is lost. */
    @Test
    void holdsSoManyAtMost() {
        int most = 1 << 20;
        for (int i = most; i >= 0; i--) {
            heap.add(0, i);
        }
        assertEquals(List.of("1 0"), given);
        heap.giveAll();
        assertEquals(most + 1, given.size());
        assertEquals("0 0", given.get(1));
    }
}
