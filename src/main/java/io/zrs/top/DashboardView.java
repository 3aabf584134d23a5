package io.zrs.top;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.top.Dashboard.Overlay;

/** Draws a dashboard: the master's lines, the tables or what lies over them, and the keys. */
final class DashboardView {
    private static final int FEW_ROWS = 16;
    private static final int ROWS_FOR_BOTH = 40;
    private static final int COLUMNS_FOR_BOTH = 100;
    private static final int TABLE_EXTRA = 2;
    private static final int KEY_GAP = 2;

    private static final String[][] TABLE_KEYS = {
        {"q", "quit"},
        {"?", "help"},
        {"Tab", "nodes"},
        {"/", "filter"},
        {"Enter", "details"},
        {"<>", "sort"},
        {"g", "graph"},
        {"p", "pause"},
        {"r", "reverse"},
    };
    private static final String[][] OVERLAY_KEYS = {{"q", "back"}, {"up down", "scroll"}, {"p", "pause"}};
    private static final String[][] TYPING_KEYS = {{"Enter", "keep"}, {"Escape", "no filter"}};

    private final CellCanvas canvas;
    private final Dashboard dashboard;
    private final Pen plain;
    private final Pen pen;

    DashboardView(CellCanvas canvas, Dashboard dashboard) {
        this.canvas = canvas;
        this.dashboard = dashboard;
        plain = new Pen(canvas, false);
        pen = new Pen(canvas, !dashboard.goneText().isEmpty());
    }

    CellCanvas canvas() {
        return canvas;
    }

    void draw() {
        if (dashboard.figures() == null) {
            plain.text(0, 0, Pen.beginningOf(dashboard.goneText(), canvas.columns()), Ink.of(Hue.RED));
            return;
        }
        boolean few = canvas.rows() < FEW_ROWS;
        String state = dashboard.isPaused() ? "PAUSED" : "";
        Header.of(dashboard.figures(), state, few).draw(pen, 0);
        int top = Header.rows(few);
        if (!dashboard.goneText().isEmpty()) {
            // In place of figures that are no longer so.
            plain.fill(top - 1, 0, canvas.columns(), Ink.PLAIN);
            plain.text(
                    top - 1,
                    0,
                    Pen.beginningOf(dashboard.goneText(), canvas.columns()),
                    Ink.of(Hue.RED).heavy());
        }
        int height = canvas.rows() - top - 1;
        if (height > 1) {
            body(few ? top : top + 1, few ? height : height - 1);
        }
        keys();
    }

    private void body(int top, int height) {
        Overlay overlay = dashboard.overlay();
        if (overlay == Overlay.NONE) {
            tables(top, height);
        } else if (overlay == Overlay.GRAPH) {
            graph(top, height);
        } else {
            Page page = overlay == Overlay.HELP
                    ? HelpPage.page()
                    : dashboard
                            .detailPage(canvas.columns())
                            .orElseGet(() -> new Page().line().add("It is gone", Ink.of(Hue.GREY)));
            page.draw(pen, top, height, dashboard.scrolled(page.size(), height));
        }
    }

    private void graph(int top, int height) {
        CellCanvas picture = dashboard.picture();
        int down = dashboard.scrolled(picture.rows(), height);
        int right = dashboard.scrolledRight(picture.columns(), canvas.columns());
        canvas.copy(picture, down, right, top, height);
    }

    private void tables(int top, int height) {
        int wanted = lines(dashboard.topics().rows().size()) + 1;
        int others = lines(dashboard.nodes().rows().size());
        boolean fit = wanted + others <= height;
        boolean large = canvas.rows() >= ROWS_FOR_BOTH && canvas.columns() >= COLUMNS_FOR_BOTH;
        boolean onNodes = dashboard.isOnNodes();
        if (!fit && !large) {
            if (onNodes) {
                nodes(top, height, true);
            } else {
                topics(top, height, true);
            }
            return;
        }
        // Each gets what it needs; where that is too much for both, none less than half, or than it needs.
        int upper = fit ? wanted : Math.min(wanted, Math.max(height / 2, height - others));
        topics(top, upper - 1, !onNodes);
        nodes(top + upper, height - upper, onNodes);
    }

    /** How many lines a table wants for so many rows; one without any says so in a line. */
    private static int lines(int rows) {
        return TABLE_EXTRA + Math.max(1, rows);
    }

    private void nodes(int top, int height, boolean focused) {
        table("Nodes", dashboard.nodes(), NodeColumns.hidden(dashboard.figures()), top, height, focused);
    }

    private void topics(int top, int height, boolean focused) {
        table("Topics", dashboard.topics(), TopicColumns.past(dashboard), top, height, focused);
    }

    private void table(String title, Table<?> table, String remark, int top, int height, boolean focused) {
        int shown = table.rows().size();
        String count = shown == table.size() ? "" + shown : shown + " of " + table.size();
        int column = pen.text(top, 0, title + " " + count, Ink.PLAIN.heavy());
        column = pen.text(top, column, "  by " + table.order(), Ink.of(Hue.GREY));
        if (dashboard.isTyping() || !dashboard.filter().isEmpty()) {
            column = pen.text(top, column, "  filter: ", Ink.PLAIN);
            column = pen.text(top, column, dashboard.filter(), Ink.PLAIN.heavy());
            if (dashboard.isTyping()) {
                column = pen.text(top, column, " ", Ink.PLAIN.reversed());
            }
        }
        pen.text(top, column, remark.isEmpty() ? "" : "  " + remark, Ink.of(Hue.GREY));
        table.draw(pen, top + 1, height - 1, focused);
    }

    private void keys() {
        String[][] keys =
                dashboard.isTyping() ? TYPING_KEYS : dashboard.overlay() == Overlay.NONE ? TABLE_KEYS : OVERLAY_KEYS;
        int row = canvas.rows() - 1;
        int column = 0;
        for (String[] key : keys) {
            String does = key[1].equals("nodes") && dashboard.isOnNodes() ? "topics" : key[1];
            if (column + key[0].length() + 1 + does.length() > canvas.columns()) {
                return;
            }
            column = plain.text(row, column, key[0], Ink.PLAIN.heavy());
            column = plain.text(row, column, " " + does, Ink.of(Hue.GREY)) + KEY_GAP;
        }
    }
}
