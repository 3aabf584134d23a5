package io.zrs.bag.record;

import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.record.ChunkSorter.Numbered;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Decides by a trigger which chunks are recorded. Goes by the times of messages, not by when it gets to see them, so that a slow disk
 * changes nothing. Chunks are recorded as a whole: up to half a second more than was asked for at either end.
 */
final class Episodes implements ChunkSorter.Visitor {
    /** Later than that, nothing comes any more that is older. */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Trigger trigger;
    private final Ring ring;
    private final RecordClock clock;
    private final RecordEvents events;
    private final Intake intake;
    private boolean matched;
    private long first;
    private long last;
    private long until;
    private long settledTicks;
    private long lastEnd = Long.MIN_VALUE;
    private long count;

    Episodes(Trigger trigger, Ring ring, RecordClock clock, RecordEvents events, Intake intake) {
        this.trigger = trigger;
        this.ring = ring;
        this.clock = clock;
        this.events = events;
        this.intake = intake;
    }

    @Override
    public void visit(ChunkBuffer chunk, int index, Numbered channel) {
        byte[] payload = Arrays.copyOfRange(chunk.array(), chunk.dataFrom(index), chunk.dataTo(index));
        if (trigger.when().test(new Message(channel.topic.name(), payload))) {
            long time = chunk.time(index);
            first = matched ? Math.min(first, time) : time;
            last = matched ? Math.max(last, time) : time;
            matched = true;
        }
    }

    /** Takes a chunk that was just visited. */
    void take(ChunkBuffer chunk, DiskWorker disk) throws IOException {
        boolean triggered = matched;
        matched = false;
        followClock(chunk);
        if (disk.isOpen() && chunk.startTime() > until) {
            disk.close("post");
        }
        if (triggered) {
            until = disk.isOpen() ? Math.max(until, last + trigger.postNanos()) : last + trigger.postNanos();
            settledTicks = clock.ticks() + until - chunk.endTime() + SETTLED_NANOS;
            if (!disk.isOpen()) {
                begin(disk);
            }
        }
        if (disk.isOpen()) {
            disk.store(chunk);
        } else {
            keep(chunk);
        }
    }

    /** A clock that is set back makes a chunk end before the last one did: all that is waited for was that much earlier. */
    private void followClock(ChunkBuffer chunk) {
        if (lastEnd != Long.MIN_VALUE && chunk.endTime() < lastEnd) {
            long back = lastEnd - chunk.startTime();
            until -= back;
            ring.setBack(back);
        }
        lastEnd = chunk.endTime();
    }

    private void begin(DiskWorker disk) throws IOException {
        count++;
        long wanted = first - trigger.preNanos();
        drop(wanted);
        if (ring.takeShortened()) {
            events.shortened(Math.min(ring.span(first), trigger.preNanos()));
        }
        try {
            disk.open(first, Math.min(first, ring.start(first)));
            storeRing(disk);
        } catch (IOException | ZrsException e) {
            for (ChunkBuffer rest = ring.poll(); rest != null; rest = ring.poll()) {
                disk.lose(rest, rest.messages());
            }
            throw e;
        }
    }

    private void storeRing(DiskWorker disk) throws IOException {
        disk.forgetLossesBefore(ring.isEmpty() ? first : first - trigger.preNanos());
        for (ChunkBuffer chunk = ring.poll(); chunk != null; chunk = ring.poll()) {
            try {
                disk.store(chunk);
            } catch (IOException | ZrsException e) {
                disk.lose(chunk, chunk.messages());
                throw e;
            }
        }
    }

    private void keep(ChunkBuffer chunk) {
        intake.trim(chunk);
        ring.add(chunk);
        drop(chunk.endTime() - trigger.preNanos());
    }

    private void drop(long before) {
        for (ChunkBuffer old = ring.expire(before); old != null; old = ring.expire(before)) {
            intake.release(old);
        }
    }

    /** Ends an episode whose time is over, also if no more messages come. */
    void look(DiskWorker disk) throws IOException {
        if (disk.isOpen() && clock.ticks() - settledTicks > 0 && intake.counts().waiting() == 0) {
            disk.close("post");
        }
    }

    /** How many episodes there were. */
    long count() {
        return count;
    }
}
