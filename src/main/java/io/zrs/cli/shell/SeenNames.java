package io.zrs.cli.shell;

import io.zrs.cli.command.complete.LiveName;
import io.zrs.cli.command.complete.LiveNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** The names that were there a moment ago, for colours: who types waits for no master. May be used from any thread. */
final class SeenNames {
    private static final long FRESH_NANOS = 1_000_000_000;

    private final LiveNames names;
    private final Executor executor;
    private final LongSupplier clock;
    private Set<String> topics;
    private Set<String> nodes;
    private long asked;
    private boolean asking;

    /**
     * Of what {@code names} tells.
     *
     * @param executor asks, beside who types
     * @param clock nanoseconds, from whenever
     */
    SeenNames(LiveNames names, Executor executor, LongSupplier clock) {
        this.names = names;
        this.executor = executor;
        this.clock = clock;
    }

    /** Whether there is a topic of this name; empty if nobody knows. */
    synchronized Optional<Boolean> isTopic(String name) {
        refresh();
        return topics == null ? Optional.empty() : Optional.of(topics.contains(name));
    }

    /** Whether there is a node of this name; empty if nobody knows. */
    synchronized Optional<Boolean> isNode(String name) {
        refresh();
        return nodes == null ? Optional.empty() : Optional.of(nodes.contains(name));
    }

    private void refresh() {
        long now = clock.getAsLong();
        if (!asking && (asked == 0 || now - asked > FRESH_NANOS)) {
            asking = true;
            executor.execute(this::ask);
        }
    }

    private void ask() {
        Set<String> topicsNow = values(names.topics());
        Set<String> nodesNow = values(names.nodes());
        synchronized (this) {
            // Without a master, nobody knows what is there.
            topics = topicsNow.isEmpty() && nodesNow.isEmpty() ? null : topicsNow;
            nodes = topics == null ? null : nodesNow;
            asked = clock.getAsLong();
            asking = false;
        }
    }

    private static Set<String> values(List<LiveName> found) {
        Set<String> values = new HashSet<>();
        found.forEach(name -> values.add(name.value()));
        return values;
    }
}
