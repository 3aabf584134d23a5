package io.zrs.master;

import io.zrs.model.MasterStatus;
import io.zrs.model.Version;
import io.zrs.model.Volume;
import io.zrs.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The master in numbers: what it counts, and what the system knows of its process. */
final class MasterStatusSource {
    private static final Path MEMORY = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Registry registry;
    private final Topics topics;
    private final Admission admission;
    private final LongSupplier queued;
    private final LongSupplier clock;
    private final long startedAt;
    private final String version = Version.current();
    private final long pid = ProcessHandle.current().pid();
    private MasterStatus last;

    /** {@code queued} gives what waits in all queues, in bytes. */
    MasterStatusSource(Registry registry, Topics topics, Admission admission, LongSupplier queued, LongSupplier clock) {
        this.registry = registry;
        this.topics = topics;
        this.admission = admission;
        this.queued = queued;
        this.clock = clock;
        startedAt = clock.getAsLong();
    }

    /** As of now, or of a moment ago: it adds up every topic, and who reads page after page need not pay for it each time. */
    MasterStatus read() {
        long now = clock.getAsLong();
        if (last == null || now - last.stamp() >= FRESH_NANOS) {
            last = measure(now);
        }
        return last;
    }

    private MasterStatus measure(long now) {
        Volume in = Volume.NONE;
        Volume out = Volume.NONE;
        Volume lost = Volume.NONE;
        for (Topic topic : topics.all()) {
            TopicTraffic traffic = topic.traffic();
            in = in.plus(traffic.in());
            out = out.plus(traffic.out());
            lost = lost.plus(traffic.lost());
        }
        return new MasterStatus(
                version,
                pid,
                TimeUnit.NANOSECONDS.toMillis(now - startedAt),
                now,
                admission.connections(),
                registry.nodeCount(),
                topics.all().size(),
                in,
                out,
                lost,
                queued.getAsLong(),
                residentBytes(),
                cpuMillis());
    }

    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toMillis())
                .orElse(0L);
    }

    /** 0 where the system does not tell. */
    private static long residentBytes() {
        try {
            for (String line : Files.readAllLines(MEMORY)) {
                if (line.startsWith(RESIDENT)) {
                    String kibibytes = line.substring(RESIDENT.length()).strip();
                    return Long.parseLong(kibibytes.substring(0, kibibytes.indexOf(' '))) << 10;
                }
            }
            return 0;
        } catch (IOException | RuntimeException e) {
            return 0; // not Linux, or not as Linux has it
        }
    }
}
