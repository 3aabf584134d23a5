package io.zrs.cli.top;

import io.zrs.screen.Key;
import io.zrs.top.Dashboard;
import io.zrs.top.Dashboard.Overlay;

/** What each key does to a dashboard. */
final class TopKeys {
    private static final int STEP_RIGHT = 8;

    private final Dashboard dashboard;
    private final Runnable onGraph;

    /** Keys of a dashboard; a graph has to be asked for. */
    TopKeys(Dashboard dashboard, Runnable onGraph) {
        this.dashboard = dashboard;
        this.onGraph = onGraph;
    }

    /** Does what a key is for; returns whether it is to go on. */
    boolean press(Key key) {
        if (dashboard.isTyping()) {
            typeFilter(key);
            return true;
        }
        if (key.name() == Key.Name.ESCAPE || key.is('q')) {
            return back(key);
        }
        if (key.name() == Key.Name.CHARACTER) {
            command(key.codePoint());
        } else {
            move(key.name());
        }
        return true;
    }

    /** Escape first takes away the filter, which q does not. */
    private boolean back(Key key) {
        if (dashboard.overlay() != Overlay.NONE) {
            dashboard.back();
            return true;
        }
        if (key.name() == Key.Name.ESCAPE && !dashboard.filter().isEmpty()) {
            dashboard.filter("");
            return true;
        }
        return false;
    }

    private void typeFilter(Key key) {
        String filter = dashboard.filter();
        switch (key.name()) {
            case CHARACTER -> dashboard.filter(filter + Character.toString(key.codePoint()));
            case BACKSPACE ->
                dashboard.filter(
                        filter.isEmpty() ? "" : filter.substring(0, filter.offsetByCodePoints(filter.length(), -1)));
            case ENTER -> dashboard.endFilter();
            case ESCAPE -> {
                dashboard.filter("");
                dashboard.endFilter();
            }
            default -> move(key.name());
        }
    }

    private void command(int character) {
        switch (character) {
            case '/' -> {
                dashboard.back();
                dashboard.beginFilter();
            }
            case '<', ',' -> dashboard.sortNext(-1);
            case '>', '.' -> dashboard.sortNext(1);
            case 'r' -> dashboard.reverse();
            case 'g' -> onGraph.run();
            case 'p', ' ' -> dashboard.pause();
            case '?', 'h' -> dashboard.help();
            case 'j' -> dashboard.move(1);
            case 'k' -> dashboard.move(-1);
            default -> {
                // No key of ours.
            }
        }
    }

    private void move(Key.Name name) {
        switch (name) {
            case UP -> dashboard.move(-1);
            case DOWN -> dashboard.move(1);
            case PAGE_UP -> dashboard.page(-1);
            case PAGE_DOWN -> dashboard.page(1);
            case HOME -> dashboard.edge(false);
            case END -> dashboard.edge(true);
            case LEFT -> dashboard.moveRight(-STEP_RIGHT);
            case RIGHT -> dashboard.moveRight(STEP_RIGHT);
            case TAB -> {
                dashboard.back();
                dashboard.switchTable();
            }
            case ENTER -> {
                if (dashboard.overlay() == Overlay.NONE) {
                    dashboard.details();
                }
            }
            default -> {
                // Nothing to do: a new size is drawn anyway.
            }
        }
    }
}
