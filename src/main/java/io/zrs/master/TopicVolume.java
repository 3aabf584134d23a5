package io.zrs.master;

import io.zrs.model.Volume;
import java.util.OptionalLong;

/**
 * What went over a topic since the master started, over connections that have ended too. Bytes are bytes on the wire,
 * frame headers included.
 *
 * @param in what came from publishers
 * @param out what went to subscribers, once for each of them, {@code waiting} and {@code lost} included
 * @param lost what was dropped because subscribers were too slow, or still waited when their connection ended
 * @param waiting what waits for subscribers now
 * @param idleMillis milliseconds since the last message came; empty if none ever did
 */
record TopicVolume(Volume in, Volume out, Volume lost, Volume waiting, OptionalLong idleMillis) {
    /** Nothing ever. */
    static final TopicVolume NONE =
            new TopicVolume(Volume.NONE, Volume.NONE, Volume.NONE, Volume.NONE, OptionalLong.empty());
}
