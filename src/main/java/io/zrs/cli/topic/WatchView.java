package io.zrs.cli.topic;

import java.io.IOException;
import java.util.List;

/** Where a list of topics is shown that keeps changing. */
interface WatchView {
    /** Shows the list as it is now. */
    void show(List<TopicEntry> topics) throws IOException;

    /** Says that something else has been written to the terminal since. */
    void interrupted();
}
