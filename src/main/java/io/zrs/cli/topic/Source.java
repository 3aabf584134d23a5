package io.zrs.cli.topic;

import io.zrs.model.TopicName;
import java.util.List;

/** Where a measuring command's numbers come from. */
interface Source extends AutoCloseable {
    /** How it begins the line that names a topic it looks at, such as {@code subscribed to}. */
    String introduction();

    /** The topics that it looks at since the last call. */
    List<TopicName> found();

    /** Takes what came in. To be called some ten times a second. */
    void turn();

    /** The figures of every topic, now. */
    List<Reading> read();

    /** How many messages it could not take, because they came too fast. */
    long dropped();

    /** How many messages the master dropped because this command was too slow; exact after {@link #close}. */
    long lost();

    /** Looks at nothing any more. Again has no effect. */
    @Override
    void close();
}
