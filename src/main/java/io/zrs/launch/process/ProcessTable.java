package io.zrs.launch.process;

import java.util.List;

/** The processes of this machine, as far as this user may look at them. */
interface ProcessTable {
    /**
     * One that runs; a zombie does not.
     *
     * @param session its session, or its group where the system tells no session
     * @param started when it started, by a clock of the system's own: with the number, it tells one process from all others
     * @param marked whether its environment has the mark
     */
    record Entry(long pid, long parent, long session, long started, boolean marked) {
        /** Where the system does not tell when. */
        static final long UNKNOWN = -1;
    }

    /** All that run. */
    List<Entry> read(String mark);
}
