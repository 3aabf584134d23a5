package io.zrs.bag.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.bag.Bag;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagQuery;
import io.zrs.bag.play.PlayItem.Kind;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {
    private static final int MANY = 20_000;

    private final Semaphore woken = new Semaphore(0);

    private static FakeBag numbered() {
        FakeBag bag = new FakeBag();
        for (int i = 0; i < MANY; i++) {
            bag.add("/a", i / 1000.0, Integer.toString(i));
        }
        return bag;
    }

    private ReadAhead open(Bag bag, boolean loops) {
        PlayPlan plan = new PlayPlan(List.of(bag), (place, topic) -> Optional.of(topic));
        PlayRange range = new PlayRange(0, plan.length(), loops);
        return new ReadAhead(new MessageStream(plan, range, Optional.empty(), e -> {}), woken::release);
    }

    private PlayItem next(PlaySource source) throws InterruptedException {
        PlayItem item = source.peek();
        while (item == null) {
            woken.acquire();
            item = source.peek();
        }
        source.take();
        return item;
    }

    private static String text(PlayItem item) {
        return new String(item.payload(), StandardCharsets.UTF_8);
    }

    @Test
    void handsOverAllInOrder() throws InterruptedException {
        try (ReadAhead ahead = open(numbered(), false)) {
            ahead.seek(0);
            for (int i = 0; i < MANY; i++) {
                assertEquals(Integer.toString(i), text(next(ahead)));
            }
            assertEquals(Kind.END, next(ahead).kind());
            assertNull(ahead.peek());
            ahead.seek(19_999_000_000L);
            assertEquals("19999", text(next(ahead)));
        }
    }

    @Test
    void aSeekForgetsWhatWasReadAhead() throws InterruptedException {
        try (ReadAhead ahead = open(numbered(), false)) {
            for (int to = 0; to < 20; to++) {
                ahead.seek(to * 1_000_000_000L);
                for (int i = 0; i < to * 50; i++) {
                    assertEquals(Integer.toString(1000 * to + i), text(next(ahead)));
                }
            }
        }
    }

    @Test
    void goesRoundAndRound() throws InterruptedException {
        try (ReadAhead ahead = open(new FakeBag().add("/a", 0, "x").add("/a", 1, "y"), true)) {
            ahead.seek(1);
            for (int i = 0; i < 1000; i++) {
                assertEquals("y", text(next(ahead)));
                assertEquals(Kind.ROUND, next(ahead).kind());
                assertEquals("x", text(next(ahead)));
            }
        }
    }

    /** A bag without end, of large messages. */
    private static Bag endless(AtomicInteger read) {
        FakeBag known = new FakeBag().add("/a", 0, "x").add("/a", 1e9, "y");
        BagMessage large =
                new BagMessage(known.info().channels().get(0).channel(), 0, FakeBag.START, 0, new byte[1 << 20]);
        BagCursor cursor = new BagCursor() {
            @Override
            public BagMessage next() {
                read.incrementAndGet();
                return large;
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        return (Bag) Proxy.newProxyInstance(
                Bag.class.getClassLoader(),
                new Class<?>[] {Bag.class},
                (proxy, method, arguments) -> arguments != null && arguments[0] instanceof BagQuery
                        ? cursor
                        : method.invoke(known, arguments));
    }

    @Test
    void readsNoFurtherThanItsBound() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        try (ReadAhead ahead = open(endless(read), false)) {
            ahead.seek(0);
            for (int i = 0; i < 500; i++) {
                next(ahead);
                int most = i + 64;
                assertEquals(true, read.get() < most, read + " of at most " + most);
            }
        }
    }

    /** A bag that counts what is read of it. */
    private static Bag counting(FakeBag known, AtomicInteger read) {
        return (Bag) Proxy.newProxyInstance(
                Bag.class.getClassLoader(), new Class<?>[] {Bag.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(known, arguments);
                    return result instanceof BagCursor cursor ? counting(cursor, read) : result;
                });
    }

    private static BagCursor counting(BagCursor cursor, AtomicInteger read) {
        return new BagCursor() {
            @Override
            public BagMessage next() {
                read.incrementAndGet();
                return cursor.next();
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }

    @Test
    void readsNoFurtherThanIsOfUse() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        try (ReadAhead ahead = open(counting(numbered(), read), false)) {
            ahead.reach(2_000_000_000L);
            ahead.seek(0);
            for (int i = 0; i < MANY; i++) {
                assertEquals(Integer.toString(i), text(next(ahead)));
                int most = i + 3000;
                assertEquals(true, read.get() < most, read + " of at most " + most);
            }
            assertEquals(Kind.END, next(ahead).kind());
        }
    }

    @Test
    void tellsWhenItHasReadEnough() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        try (ReadAhead ahead = open(counting(numbered(), read), true)) {
            ahead.reach(10_000_000L);
            ahead.seek(0);
            assertEquals(false, ahead.isFilled() && read.get() < 10);
            while (!ahead.isFilled()) {
                Thread.onSpinWait();
            }
            assertEquals(true, read.get() >= 10, read + " of at least 10");
            ahead.seek(19_998_000_000L);
            for (String expected : List.of("19998", "19999", "", "0", "1")) {
                assertEquals(expected, text(next(ahead)));
            }
        }
    }

    @Test
    void tellsWhoTakesWhatWentWrong() {
        FakeBag known = new FakeBag().add("/a", 0, "x");
        Bag broken = (Bag) Proxy.newProxyInstance(
                Bag.class.getClassLoader(), new Class<?>[] {Bag.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof BagQuery) {
                        throw new ZrsException(ErrorCode.IO, "the disk is gone");
                    }
                    return method.invoke(known, arguments);
                });
        try (ReadAhead ahead = open(broken, false)) {
            ahead.seek(0);
            assertEquals(
                    "the disk is gone",
                    assertThrows(ZrsException.class, () -> next(ahead)).getMessage());
        }
    }

    @Test
    void doesNotDieInSilence() {
        PlayPlan plan = new PlayPlan(List.of(new FakeBag().add("/a", 0, "x")), (place, topic) -> Optional.of(topic));
        MessageStream stream = new MessageStream(
                plan,
                new PlayRange(0, plan.length(), false),
                Optional.of(message -> {
                    throw new IllegalStateException("it went wrong");
                }),
                e -> {});
        try (ReadAhead ahead = new ReadAhead(stream, woken::release)) {
            ahead.seek(0);
            assertEquals(
                    "it went wrong",
                    assertThrows(IllegalStateException.class, () -> next(ahead)).getMessage());
        }
    }
}
