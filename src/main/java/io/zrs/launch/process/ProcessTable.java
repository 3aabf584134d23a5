package io.zrs.launch.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The processes of this machine, as far as this user may look at them. */
interface ProcessTable {
    /**
     * One that runs; a zombie does not.
     *
     * @param session its session, or its group where the system tells no session
     * @param marked whether its environment has the mark
     */
    record Entry(long pid, long parent, long session, boolean marked) {}

    /** All that run. */
    List<Entry> read(String mark);

    /**
     * Every process that belongs to a program: what carries its mark, what is in its session, and the children of these.
     *
     * @param session the program's session; also its first process
     */
    static List<Long> family(List<Entry> all, long session) {
        Set<Long> found = new HashSet<>();
        for (Entry entry : all) {
            if (entry.marked() || entry.session() == session || entry.pid() == session) {
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
        return new ArrayList<>(found);
    }
}
