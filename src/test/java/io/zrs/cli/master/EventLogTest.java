package io.zrs.cli.master;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.OutputClosedException;
import io.zrs.master.MasterEvent;
import io.zrs.output.ByteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLogTest {
    /** Writes only how many connections an event is about. */
    private static final EventForm COUNTS = new EventForm() {
        @Override
        public void append(ByteText out, Instant time, MasterEvent event) {
            if (event instanceof MasterEvent.Refused refused) {
                out.append(refused.count() + "\n");
            }
        }

        @Override
        public void appendGap(ByteText out, Instant time, long lines) {
            out.append("gap of " + lines + "\n");
        }
    };

    @Test
    void writesWhatHappensInOrder() throws InterruptedException {
        FakeWorld world = new FakeWorld();
        EventLog log = EventLog.start(world.context(), COUNTS);
        log.on(event(1));
        world.awaitOut("1\n");
        log.on(event(2));
        log.on(event(3));
        world.awaitOut("1\n2\n3\n");
        log.finish();
    }

    @Test
    void countsWhatDoesNotFitAndTellsTheGapWhereItIs()
            throws InterruptedException, ExecutionException, TimeoutException {
        Stalled stalled = new Stalled();
        EventLog log = EventLog.start(new FakeWorld().with(stalled).context(), COUNTS);
        log.on(event(0));
        await(stalled.reached);
        int lost = 25;
        for (int i = 1; i <= EventLog.CAPACITY + lost; i++) {
            log.on(event(i));
        }
        stalled.released.countDown();
        await(stalled.drained);
        log.on(event(-1));
        log.finish();
        log.ended().get(FakeWorld.PATIENCE.toSeconds(), TimeUnit.SECONDS);

        StringBuilder expected = new StringBuilder();
        for (int i = 0; i <= EventLog.CAPACITY; i++) {
            expected.append(i).append('\n');
        }
        expected.append("gap of ").append(lost).append("\n-1\n");
        assertEquals(expected.toString(), stalled.text());
    }

    @Test
    void fallsSilentWhenNobodyReads() throws InterruptedException, ExecutionException, TimeoutException {
        assertEquals(
                "zrs: nobody reads the log any more; the master goes on without it\n",
                notesOf(new OutputClosedException(new IOException("Broken pipe"))));
    }

    @Test
    void fallsSilentWhenItCannotBeWritten() throws InterruptedException, ExecutionException, TimeoutException {
        assertEquals(
                "zrs: cannot write the log: No space left on device; the master goes on without it\n",
                notesOf(new IOException("No space left on device")));
    }

    /** What standard error gets when standard output fails. */
    private static String notesOf(IOException failure)
            throws InterruptedException, ExecutionException, TimeoutException {
        AtomicInteger writes = new AtomicInteger();
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                writes.incrementAndGet();
                throw failure;
            }
        };
        FakeWorld world = new FakeWorld().with(failing);
        EventLog log = EventLog.start(world.context(), COUNTS);
        log.on(event(1));
        log.ended().get(FakeWorld.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (int i = 0; i < 2 * EventLog.CAPACITY; i++) {
            log.on(event(2));
        }
        log.finish();
        assertEquals(1, writes.get());
        return world.err();
    }

    @Test
    void warnsWhenOtherMachinesCanReachIt() throws InterruptedException, ExecutionException, TimeoutException {
        FakeWorld world = new FakeWorld();
        EventLog log = EventLog.start(world.context(), COUNTS);
        log.on(new MasterEvent.Started("127.0.0.1", 5555, false));
        log.on(new MasterEvent.Started("0.0.0.0", 5555, true));
        log.finish();
        log.ended().get(FakeWorld.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertEquals(
                "zrs: other machines can reach 0.0.0.0:5555, and whoever does can read and write every topic;"
                        + " see who can, or leave --bind out\n",
                world.err());
    }

    private static MasterEvent event(long count) {
        return new MasterEvent.Refused("reason", "remote", count);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertEquals(true, latch.await(FakeWorld.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** A standard output whose first write stalls until it is released. */
    private static final class Stalled extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch drained = new CountDownLatch(1);

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int from, int count) throws IOException {
            reached.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            synchronized (this) {
                bytes.write(source, from, count);
                if (text().endsWith("\n" + EventLog.CAPACITY + "\n")) {
                    drained.countDown();
                }
            }
        }

        private synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
