package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PortSearchTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Set<Integer> taken = new HashSet<>();
    private final List<Integer> tried = new ArrayList<>();
    private long now;
    private final PortSearch search = new PortSearch(new PortRange(100, 109), () -> now);

    private int next() throws IOException {
        return search.next(port -> {
            tried.add(port);
            if (!taken.add(port)) {
                throw new BindException("Address already in use");
            }
        });
    }

    @Test
    void takesTheFirstFreeOnesInOrder() throws IOException {
        taken.addAll(Set.of(100, 103));
        assertEquals(101, next());
        assertEquals(102, next());
        assertEquals(104, next());
        assertEquals(List.of(100, 101, 102, 103, 104), tried);
    }

    @Test
    void comesRoundToWhatWasFreedByOthers() throws IOException {
        taken.addAll(Set.of(100, 101));
        for (int port = 102; port <= 109; port++) {
            assertEquals(port, next());
        }
        taken.remove(101);
        tried.clear();
        assertEquals(101, next());
        assertEquals(List.of(100, 101), tried);
    }

    @Test
    void neverTriesItsOwn() throws IOException {
        search.opened(100);
        search.opened(102);
        assertEquals(101, next());
        assertEquals(103, next());
        assertEquals(List.of(101, 103), tried);
    }

    @Test
    void aFullRangeIsSearchedOnceASecondHoweverManyAsk() throws IOException {
        for (int port = 100; port <= 109; port += 2) {
            taken.add(port);
        }
        for (int i = 0; i < 5; i++) {
            assertTrue(next() != 0);
        }
        tried.clear();
        for (int i = 0; i < 1000; i++) {
            assertEquals(0, next());
        }
        assertEquals(5, tried.size(), "those that are not its own, once");
        now += SECOND - 1;
        taken.remove(104);
        assertEquals(0, next());
        now += 1;
        assertEquals(104, next());
        tried.clear();
        assertEquals(0, next());
        assertEquals(4, tried.size());
    }

    @Test
    void aFaultThatIsNoPortsFaultEndsTheSearchAtOnce() {
        List<Integer> asked = new ArrayList<>();
        assertThrows(
                SocketException.class,
                () -> search.next(port -> {
                    asked.add(port);
                    throw new SocketException("Too many open files");
                }));
        assertEquals(List.of(100), asked);
    }
}
