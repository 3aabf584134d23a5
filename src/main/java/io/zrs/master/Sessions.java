package io.zrs.master;

import java.util.HashMap;
import java.util.Map;

/** Every control connection, by its number. */
final class Sessions {
    private final Map<Long, ControlSession> sessions = new HashMap<>();

    void opened(ControlSession session) {
        sessions.put(session.id(), session);
    }

    void closed(ControlSession session) {
        sessions.remove(session.id());
    }

    /** The open session of this number; null if there is none. */
    ControlSession find(long id) {
        return sessions.get(id);
    }
}
