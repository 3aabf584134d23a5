package io.zrs.top;

import io.zrs.canvas.Ink;

/** What the keys do, and what the columns are. */
final class HelpPage {
    private static final int KEY = 16;

    private static final String[][] KEYS = {
        {"Tab", "topics, nodes"},
        {"up down", "select a row; PgUp PgDn Home End too"},
        {"Enter", "details of the row; of a topic with its last message"},
        {"< >", "sort by the column to the left, to the right"},
        {"r", "reverse the order"},
        {"/", "filter as you type; Enter keeps it, Escape ends it"},
        {"g", "graph: who talks to whom"},
        {"p", "pause; again to go on"},
        {"Ctrl-L", "paint the screen anew"},
        {"q Escape", "back; from the tables q ends"},
    };

    private static final String[][] COLUMNS = {
        {"MSG/S BYTES/S", "what publishers send on the topic, a second, on the wire"},
        {"SIZE", "mean size of a message on the wire"},
        {"PUB SUB", "nodes that publish, that subscribe"},
        {"WAIT", "messages that wait in the master for slow subscribers"},
        {"LOST", "messages dropped since the start; ! while it grows"},
        {"SEEN", "how long ago the last message came"},
        {"PUB/S SUB/S", "messages a node publishes, and that reach it, a second"},
    };

    private HelpPage() {}

    static Page page() {
        Page page = new Page();
        rows(page, KEYS);
        page.line();
        rows(page, COLUMNS);
        return page;
    }

    private static void rows(Page page, String[][] rows) {
        for (String[] row : rows) {
            page.line().pad(row[0], KEY, Ink.PLAIN.heavy()).add(row[1]);
        }
    }
}
