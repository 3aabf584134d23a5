package io.zrs.master;

import io.zrs.registry.Registry;
import io.zrs.registry.RegistryListener;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ZmtpConnection;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes the connections of nodes that were given up, when the loop's turn is over: each close changes the registry, which
 * is in the middle of a change when it says so.
 */
final class GivenUp implements RegistryListener {
    private static final CloseReason REASON = new CloseReason(CloseReason.Kind.SILENCE, "its node was given up");

    /** How many are closed in a turn: all may have fallen silent at once, and messages must not wait for that. */
    static final int AT_ONCE = 200;

    private final Registry registry;
    private final Sessions sessions;
    private final Topics topics;
    private final Deque<Long> connections = new ArrayDeque<>();

    GivenUp(Registry registry, Sessions sessions, Topics topics) {
        this.registry = registry;
        this.sessions = sessions;
        this.topics = topics;
    }

    @Override
    public void givenUp(long connection) {
        connections.add(connection);
    }

    /**
     * Closes some of them.
     *
     * @return how soon to call again, in nanoseconds; {@link Long#MAX_VALUE} if none is left
     */
    long close() {
        for (int i = 0; i < AT_ONCE && !connections.isEmpty(); i++) {
            ZmtpConnection connection = find(connections.remove());
            if (connection != null) {
                connection.close(REASON);
            }
        }
        return connections.isEmpty() ? Long.MAX_VALUE : 0;
    }

    /** Null if it has ended by itself. */
    private ZmtpConnection find(long id) {
        ControlSession session = sessions.find(id);
        return session != null
                ? session.connection()
                : registry.topicOf(id)
                        .map(topic -> topics.find(topic).connection(id))
                        .orElse(null);
    }
}
