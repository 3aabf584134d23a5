package io.zrs.cli.bag.record;

import io.zrs.client.MasterClient;
import io.zrs.client.TopicFinder;
import io.zrs.model.TopicName;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Learns which topics become latched that were not, or not known to be, when they were first recorded. Works on a thread of its own. */
final class LatchWatch implements AutoCloseable {
    private final Set<TopicName> unlatched;
    private final Supplier<MasterClient> connect;
    private final Consumer<TopicName> latched;
    private TopicFinder publications;
    private MasterClient master;

    /**
     * {@link #follow} begins.
     *
     * @param unlatched those that may become so; one that does is taken out
     * @param latched takes each one that does, on this watch's thread
     */
    LatchWatch(Set<TopicName> unlatched, Supplier<MasterClient> connect, Consumer<TopicName> latched) {
        this.unlatched = unlatched;
        this.connect = connect;
        this.latched = latched;
    }

    /** Watches from now on; the master has to be one of zrs. What goes wrong is told by who has more need of the master. */
    void follow() {
        publications = new TopicFinder(connect.get(), this::published, e -> {});
    }

    /** Only a publisher makes a topic latched, as it registers. */
    private void published(TopicName topic) {
        if (unlatched.contains(topic) && isLatched(topic) && unlatched.remove(topic)) {
            latched.accept(topic);
        }
    }

    private synchronized boolean isLatched(TopicName topic) {
        if (master == null) {
            master = connect.get();
        }
        return master.topicStatus(topic).latched();
    }

    @Override
    public void close() {
        if (publications != null) {
            publications.close();
        }
        synchronized (this) {
            if (master != null) {
                master.close();
            }
        }
    }
}
