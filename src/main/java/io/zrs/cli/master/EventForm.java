package io.zrs.cli.master;

import io.zrs.master.MasterEvent;
import io.zrs.output.ByteText;
import java.time.Instant;

/** How a line of the master's log is printed. */
interface EventForm {
    /** Adds the line of an event that happened at {@code time}. */
    void append(ByteText out, Instant time, MasterEvent event);

    /** Adds the line that says how many lines are missing before it. */
    void appendGap(ByteText out, Instant time, long lines);
}
