package io.zrs.launch.process;

import io.zrs.launch.process.ProcessTable.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every process that belongs to a program: what carries its mark, what is in its session, and the children of these. Who was
 * one of them stays one, even when it has neither mark nor session and its parent has ended since.
 */
final class Family {
    private final long leader;
    private final Map<Long, Long> known = new HashMap<>();

    /** The family of a program whose first process, and session, is {@code leader}. */
    Family(long leader) {
        this.leader = leader;
    }

    /**
     * Looks for its members.
     *
     * @param all the processes that run
     * @param leaderRuns whether the first process has not ended yet
     */
    List<Long> find(List<Entry> all, boolean leaderRuns) {
        Set<Long> found = new HashSet<>();
        // While a session has members, its number is given to no other process: if one has it, both are somebody
        // else's.
        boolean reused = !leaderRuns && all.stream().anyMatch(entry -> entry.pid() == leader);
        for (Entry entry : all) {
            boolean inside = !reused && (entry.session() == leader || entry.pid() == leader);
            if (entry.marked() || inside || isKnown(entry)) {
                found.add(entry.pid());
            }
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Entry entry : all) {
                grown |= found.contains(entry.parent()) && found.add(entry.pid());
            }
        }
        found.remove(ProcessHandle.current().pid());
        remember(all, found);
        return new ArrayList<>(found);
    }

    private boolean isKnown(Entry entry) {
        Long started = known.get(entry.pid());
        return started != null && started == entry.started();
    }

    private void remember(List<Entry> all, Set<Long> found) {
        known.clear();
        for (Entry entry : all) {
            if (entry.started() != Entry.UNKNOWN && found.contains(entry.pid())) {
                known.put(entry.pid(), entry.started());
            }
        }
    }
}
