package io.zrs.master;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what can come in floods, and reports it once a second with a count. */
final class Reports {
    private final MasterEvents events;
    private final Map<String, Refusals> refusals = new LinkedHashMap<>();

    private static final class Refusals {
        private String remote;
        private long count;
    }

    Reports(MasterEvents events) {
        this.events = events;
    }

    /** Something that happens one by one. */
    void now(MasterEvent event) {
        events.on(event);
    }

    /** A connection was closed for what it sent or because of a limit. */
    void refused(String reason, String remote) {
        Refusals entry = refusals.computeIfAbsent(reason, r -> new Refusals());
        entry.remote = remote;
        entry.count++;
    }

    /** Reports what was gathered. */
    void flush() {
        if (!refusals.isEmpty()) {
            refusals.forEach((reason, entry) -> events.on(new MasterEvent.Refused(reason, entry.remote, entry.count)));
            refusals.clear();
        }
    }
}
