package io.zrs.top;

import io.zrs.canvas.CellCanvas;
import io.zrs.model.NodeId;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user sees and has chosen: tables, order, filter, selection, and what lies on top of them. For one thread. */
public final class Dashboard {
    private final Table<TopicRow> topics = new Table<>(
            TopicColumns.ALL, TopicColumns.GIVEN_UP, row -> row.status().topic(), TopicRow::name);
    private final Table<NodeRow> nodes = new Table<>(
            NodeColumns.ALL,
            NodeColumns.GIVEN_UP,
            row -> row.info().id(),
            row -> row.name() + " " + row.info().details().host() + " "
                    + row.info().details().program());

    private final boolean past;
    private SystemFigures figures;
    private boolean onNodes;
    private Overlay overlay = Overlay.NONE;
    private TopicName topic;
    private NodeId node;
    private Optional<Sample> sample = Optional.empty();
    private CellCanvas picture;
    private int scrolled;
    private int scrolledRight;
    private boolean typing;
    private boolean paused;
    private String filter = "";
    private String gone = "";

    /** What lies over the tables. */
    public enum Overlay {
        /** Nothing. */
        NONE,
        /** What the keys do. */
        HELP,
        /** All about the selected row. */
        DETAILS,
        /** Who talks to whom. */
        GRAPH
    }

    /** An empty one; {@code past} says whether topics are shown that nobody is on and that keep no message. */
    public Dashboard(boolean past) {
        this.past = past;
    }

    /** Which names {@link #sortBy} knows. */
    public static List<String> sortNames() {
        return Stream.concat(
                        TopicColumns.ALL.stream().map(Column::name),
                        NodeColumns.ALL.stream().map(Column::name))
                .distinct()
                .toList();
    }

    /** Takes what is so now; ignored while it is paused. */
    public void set(SystemFigures now) {
        gone = "";
        if (paused && figures != null) {
            return;
        }
        figures = now;
        topics.set(now.topics().stream().filter(row -> past || row.isCurrent()).toList());
        nodes.set(now.nodes());
    }

    /** Says that there is no news any more, and why; what was last stays, in grey. */
    public void gone(String text) {
        gone = text;
    }

    /** Sorts each table by its column of that name, where it has one; returns whether any has. */
    public boolean sortBy(String name) {
        return topics.sortBy(name) | nodes.sortBy(name);
    }

    /** Sorts by the next column, or the one before. */
    public void sortNext(int step) {
        focus().sortNext(step);
    }

    /** Reverses the order. */
    public void reverse() {
        focus().reverse();
    }

    /** Reverses the order of both tables. */
    public void reverseBoth() {
        topics.reverse();
        nodes.reverse();
    }

    private Table<?> focus() {
        return onNodes ? nodes : topics;
    }

    /** Goes from one table to the other. */
    public void switchTable() {
        onNodes = !onNodes;
    }

    /** Selects a row so many below; scrolls what lies over the tables. */
    public void move(int rows) {
        if (overlay == Overlay.NONE) {
            focus().move(rows);
        } else {
            scrolled = Math.max(0, scrolled + rows);
        }
    }

    /** The same by whole pages. */
    public void page(int pages) {
        move(pages * focus().page());
    }

    /** Moves a picture that is wider than the screen. */
    public void moveRight(int columns) {
        scrolledRight = Math.max(0, scrolledRight + columns);
    }

    /** The first row, or the last. */
    public void edge(boolean last) {
        if (overlay != Overlay.NONE) {
            scrolled = last ? Integer.MAX_VALUE / 2 : 0;
        } else if (last) {
            focus().end();
        } else {
            focus().home();
        }
    }

    /** Begins to take a filter. */
    public void beginFilter() {
        typing = true;
    }

    /** Whether what is typed belongs to the filter. */
    public boolean isTyping() {
        return typing;
    }

    /** Ends it; the filter stays. */
    public void endFilter() {
        typing = false;
    }

    /** What the tables are filtered by. */
    public String filter() {
        return filter;
    }

    /** Shows only what contains this, in upper or lower case; empty for all. */
    public void filter(String text) {
        filter = text;
        topics.filter(text);
        nodes.filter(text);
    }

    /** What lies over the tables. */
    public Overlay overlay() {
        return overlay;
    }

    /** Takes away what lies over the tables. */
    public void back() {
        overlay = Overlay.NONE;
    }

    private void cover(Overlay with) {
        overlay = with;
        scrolled = 0;
        scrolledRight = 0;
    }

    /** Shows what the keys do. */
    public void help() {
        cover(Overlay.HELP);
    }

    /** Shows all about the selected row, if there is one. */
    public void details() {
        sample = Optional.empty();
        topic = onNodes
                ? null
                : topics.selected().map(row -> row.status().topic()).orElse(null);
        node = onNodes ? nodes.selected().map(row -> row.info().id()).orElse(null) : null;
        if (topic != null || node != null) {
            cover(Overlay.DETAILS);
        }
    }

    /** The topic of which all is shown, and whose last message is wanted. */
    public Optional<TopicName> detailedTopic() {
        return overlay == Overlay.DETAILS ? Optional.ofNullable(topic) : Optional.empty();
    }

    /** Takes the message of the topic of which all is shown. */
    public void sample(Optional<Sample> message) {
        if (!paused || sample.isEmpty()) {
            sample = message;
        }
    }

    /** Shows a picture, or another one in its place. */
    public void graph(CellCanvas drawn) {
        picture = drawn;
        if (overlay != Overlay.GRAPH) {
            cover(Overlay.GRAPH);
        }
    }

    /** Holds what is shown, or lets it go on. */
    public void pause() {
        paused = !paused;
    }

    /** Whether what is shown is held. */
    public boolean isPaused() {
        return paused;
    }

    /** Draws it all. */
    public CellCanvas draw(int rows, int columns) {
        DashboardView view = new DashboardView(new CellCanvas(rows, columns), this);
        view.draw();
        return view.canvas();
    }

    SystemFigures figures() {
        return figures;
    }

    /** How many topics are not shown, as nobody is on them. */
    int pastTopics() {
        return figures.topics().size() - topics.size();
    }

    Table<TopicRow> topics() {
        return topics;
    }

    Table<NodeRow> nodes() {
        return nodes;
    }

    boolean isOnNodes() {
        return onNodes;
    }

    String goneText() {
        return gone;
    }

    CellCanvas picture() {
        return picture;
    }

    /** How far it is scrolled down, where so many lines of so many can be seen at once. */
    int scrolled(int lines, int room) {
        scrolled = Math.max(0, Math.min(scrolled, lines - room));
        return scrolled;
    }

    int scrolledRight(int width, int room) {
        scrolledRight = Math.max(0, Math.min(scrolledRight, width - room));
        return scrolledRight;
    }

    /** All about the row, as it is now; empty if it has gone. */
    Optional<Page> detailPage(int columns) {
        if (topic != null) {
            return figures.topics().stream()
                    .filter(row -> row.status().topic().equals(topic))
                    .findFirst()
                    .map(row -> DetailPage.topic(row, ends(), sample, columns));
        }
        return figures.nodes().stream()
                .filter(row -> row.info().id().equals(node))
                .findFirst()
                .map(row -> DetailPage.node(row, ends(), columns));
    }

    private List<EndRow> ends() {
        return figures.ends().stream()
                .filter(end -> topic != null
                        ? end.status().topic().equals(topic)
                        : Objects.equals(end.status().node(), node))
                .toList();
    }
}
