package io.zrs.cli.bag.record;

import io.zrs.bag.BagChannel;
import io.zrs.bag.record.ChannelFacts;
import io.zrs.bag.record.RecordClock;
import io.zrs.client.MasterClient;
import io.zrs.model.ErrorCode;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the master knows of a topic. Asked on the disk's thread, which must not wait for a master that is gone again and again. */
final class MasterFacts implements ChannelFacts, AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Supplier<MasterClient> connect;
    private final RecordClock clock;
    private final Set<TopicName> unlatched = ConcurrentHashMap.newKeySet();
    private MasterClient master;
    private boolean failed;
    private long failedTicks;

    MasterFacts(Supplier<MasterClient> connect, RecordClock clock) {
        this.connect = connect;
        this.clock = clock;
    }

    @Override
    public synchronized Map<String, String> of(TopicName topic) {
        Map<String, String> facts = new TreeMap<>();
        // First: what is learnt of the topic meanwhile must not be missed.
        unlatched.add(topic);
        if (failed && clock.ticks() - failedTicks < PAUSE_NANOS) {
            return facts;
        }
        try {
            if (master == null) {
                master = connect.get();
            }
            if (master.protocol() > 1) {
                ask(topic, facts);
            }
            failed = false;
        } catch (ZrsException e) {
            // The recording goes on without. A topic that the master does not know says nothing of the others.
            failed = e.code() != ErrorCode.NOT_FOUND;
            failedTicks = clock.ticks();
        }
        return facts;
    }

    private void ask(TopicName topic, Map<String, String> facts) {
        if (master.topicStatus(topic).latched()) {
            facts.put(BagChannel.LATCHING, "true");
            unlatched.remove(topic);
        }
        TreeSet<String> publishers = new TreeSet<>();
        for (RegistrationStatus registration : master.registrations(topic)) {
            if (registration.role() == Role.PUBLISHER) {
                publishers.add(registration.node().name().value());
            }
        }
        if (!publishers.isEmpty()) {
            facts.put(BagChannel.CALLER, String.join(",", publishers));
        }
    }

    /** Topics that were asked about and of which it is not known that they are latched; any thread may take some out. */
    Set<TopicName> unlatched() {
        return unlatched;
    }

    @Override
    public synchronized void close() {
        if (master != null) {
            master.close();
        }
    }
}
