package io.zrs.master;

import io.zrs.registry.RegistryListener;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ZmtpConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes the connections of nodes that were given up, when the loop's turn is over: each close changes the registry, which
 * is in the middle of a change when it says so.
 */
final class GivenUp implements RegistryListener {
    private static final CloseReason REASON = new CloseReason(CloseReason.Kind.SILENCE, "its node was given up");

    private final Sessions sessions;
    private final Topics topics;
    private final List<Long> connections = new ArrayList<>();

    GivenUp(Sessions sessions, Topics topics) {
        this.sessions = sessions;
        this.topics = topics;
    }

    @Override
    public void givenUp(long connection) {
        connections.add(connection);
    }

    void close() {
        if (connections.isEmpty()) {
            return;
        }
        for (long id : List.copyOf(connections)) {
            ControlSession session = sessions.find(id);
            ZmtpConnection connection = session != null ? session.connection() : topics.connection(id);
            if (connection != null) {
                connection.close(REASON);
            }
        }
        connections.clear();
    }
}
