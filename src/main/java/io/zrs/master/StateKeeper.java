package io.zrs.master;

import io.zrs.master.state.SavedNode;
import io.zrs.master.state.SavedState;
import io.zrs.master.state.SavedTopic;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.registry.RegistryListener;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Between a running master and what it keeps over a restart: gathers the state when something has changed, and brings one
 * back. Belongs to the event loop's thread.
 */
final class StateKeeper implements RegistryListener {
    /** The least time between two states. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Gathering may take one part in so many of the loop's time. */
    private static final int SHARE = 20;

    private final Topics topics;
    private final Registry registry;
    private final LongSupplier clock;
    private boolean changed;
    private long earliest;

    /**
     * A keeper.
     *
     * @param clock nanoseconds from any fixed point, never going back; also while the loop stands still
     */
    StateKeeper(Topics topics, Registry registry, LongSupplier clock) {
        this.topics = topics;
        this.registry = registry;
        this.clock = clock;
        this.earliest = clock.getAsLong();
    }

    /** Something to be kept is different now. */
    void changed() {
        changed = true;
    }

    @Override
    public void joined(Registration registration) {
        changed |= isKept(registration);
    }

    @Override
    public void left(Registration registration, String reason) {
        changed |= isKept(registration);
    }

    private static boolean isKept(Registration registration) {
        return registration.owner().protocol() == 1;
    }

    /**
     * To be called after each turn of the loop: hands the state on if it has changed and the last one is old enough.
     *
     * @return how soon to call again, in nanoseconds; {@link Long#MAX_VALUE} if only a change makes it worth while
     */
    long turn(Consumer<SavedState> taker) {
        if (!changed) {
            return Long.MAX_VALUE;
        }
        long start = clock.getAsLong();
        if (start - earliest < 0) {
            return earliest - start;
        }
        flush(taker);
        long end = clock.getAsLong();
        earliest = end + Math.max(PAUSE_NANOS, SHARE * (end - start));
        return Long.MAX_VALUE;
    }

    /** Hands the state on if it has changed, however old the last one is. */
    void flush(Consumer<SavedState> taker) {
        if (changed) {
            changed = false;
            taker.accept(gather());
        }
    }

    /** A topic without a node of protocol 1 needs no port kept: its nodes ask for one. */
    private SavedState gather() {
        Map<TopicName, List<SavedNode>> nodes = new LinkedHashMap<>();
        for (Registration r : registry.protocol1Registrations().toList()) {
            nodes.computeIfAbsent(r.topic(), t -> new ArrayList<>()).add(new SavedNode(r.role(), r.node(), r.host()));
        }
        Set<TopicName> published = new LinkedHashSet<>(registry.publishedTopics());
        Set<TopicName> names = new LinkedHashSet<>(published);
        names.addAll(nodes.keySet());
        names.retainAll(nodes.keySet());
        List<SavedTopic> saved = new ArrayList<>(names.size());
        for (TopicName name : names) {
            OptionalInt publishers = topics.openPort(name, Role.PUBLISHER);
            OptionalInt subscribers = topics.openPort(name, Role.SUBSCRIBER);
            saved.add(new SavedTopic(name, published.contains(name), publishers, subscribers, nodes.get(name)));
        }
        return new SavedState(saved);
    }

    /**
     * Opens the ports of a state again, and expects its nodes back on them.
     *
     * @return why not all of them were taken in, if so
     */
    Optional<ZrsException> restore(SavedState state) {
        ZrsException refusal = null;
        for (SavedTopic topic : state.topics()) {
            if (topic.published()) {
                registry.restorePublished(topic.name());
            }
            Set<Role> open = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                OptionalInt port = topic.port(role);
                if (port.isPresent() && topics.reopen(topic.name(), role, port.getAsInt())) {
                    open.add(role);
                }
            }
            for (SavedNode node : topic.nodes()) {
                // Without its port a node has nowhere to come back to.
                if (open.contains(node.role()) && refusal == null) {
                    refusal = restore(topic.name(), node);
                }
            }
        }
        return Optional.ofNullable(refusal);
    }

    private ZrsException restore(TopicName topic, SavedNode node) {
        try {
            registry.restore(topic, node.role(), node.node(), node.host());
            return null;
        } catch (ZrsException e) {
            return e;
        }
    }
}
