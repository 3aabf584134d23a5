package io.zrs.master;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what can come in floods, and reports it once a second with a count. What happens while a master starts is
 * reported behind that it has started: whoever waits for that finds everything open.
 */
final class Reports {
    private final MasterEvents events;
    private final List<MasterEvent> held = new ArrayList<>();
    private final Map<String, Refusals> refusals = new LinkedHashMap<>();
    private boolean started;

    private static final class Refusals {
        private String remote;
        private long count;
    }

    Reports(MasterEvents events) {
        this.events = events;
    }

    /** The master is ready. */
    void started(MasterEvent.Started event) {
        started = true;
        events.on(event);
        held.forEach(events::on);
        held.clear();
    }

    /** Something that happens one by one. */
    void now(MasterEvent event) {
        if (started) {
            events.on(event);
        } else {
            held.add(event);
        }
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
