package io.zrs.top;

import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.model.MasterStatus;
import io.zrs.stats.Throughput;
import java.util.ArrayList;
import java.util.List;

/** The master in a few lines; on a narrow screen what matters less is left out. */
final class Header {
    private static final int GAP = 3;
    private static final int ROWS = 3;
    private static final int FEW_ROWS = 2;

    private final List<List<Item>> lines = new ArrayList<>();

    /** A figure: what it is, its value in so many columns at least, so that those behind it stand still, and its ink. */
    private record Item(String before, String value, int width, String after, Ink ink) {
        static Item of(String before, String value, int width, String after) {
            return new Item(before, value, width, after, Ink.PLAIN.heavy());
        }

        int columns() {
            return before.length() + Math.max(width, value.length()) + after.length();
        }

        void draw(Pen pen, int row, int column) {
            int at = pen.text(row, column, before, Ink.PLAIN);
            int blanks = Math.max(0, width - value.length());
            at = pen.text(row, at + blanks, value, ink);
            pen.text(row, at, after, ink);
        }
    }

    private Header() {}

    /**
     * The header of a screen.
     *
     * @param state what is said behind the address; may be empty
     * @param few whether there is no room for all lines
     */
    static Header of(SystemFigures figures, String state, boolean few) {
        Header header = new Header();
        MasterStatus master = figures.master();
        List<Item> who = new ArrayList<>(List.of(Item.of(few ? "" : "master ", figures.address(), 0, "")));
        if (!state.isEmpty()) {
            who.add(Item.of("", state, 0, ""));
        }
        Item waiting = Item.of("waiting ", Compact.bytes((double) master.waitingBytes()), 7, "");
        Item up = Item.of("up ", Compact.uptime(master.uptimeMillis()), 7, "");
        Item cpu = Item.of("CPU ", Compact.percent(figures.cpuPercent()), 5, "");
        Item memory = Item.of("memory ", memory(master), 7, "");
        if (few) {
            who.addAll(List.of(cpu, up, memory));
        } else {
            who.addAll(List.of(Item.of("", "zrs " + master.version(), 0, ""), up, waiting));
        }
        header.lines.add(who);
        if (!few) {
            header.lines.add(List.of(
                    cpu,
                    memory,
                    Item.of("connections ", Integer.toString(master.connections()), 4, ""),
                    Item.of("nodes ", Integer.toString(master.nodes()), 4, ""),
                    Item.of("topics ", Integer.toString(master.topics()), 4, "")));
        }
        Item in = flow("in ", figures.in());
        Item out = flow("out ", figures.out());
        Item lost = loss(figures);
        header.lines.add(few ? List.of(lost, in, out, waiting) : List.of(in, out, lost));
        return header;
    }

    private static String memory(MasterStatus master) {
        return master.memoryBytes() == 0 ? Compact.UNKNOWN : Compact.bytes((double) master.memoryBytes());
    }

    private static Item flow(String name, Throughput rate) {
        String value = rate.known() ? Compact.rate(rate) + "/s " + Compact.bytes(rate) + "/s" : Compact.UNKNOWN;
        return Item.of(name, value, 17, "");
    }

    private static Item loss(SystemFigures figures) {
        boolean grows = Loss.grows(figures.lost());
        String total = Compact.count(figures.master().lost().messages());
        String value = grows ? total + " +" + Compact.rate(figures.lost()) + "/s!" : total;
        return new Item("lost ", value, 1, "", grows ? Ink.of(Hue.RED).heavy() : Ink.PLAIN.heavy());
    }

    /** How many lines there are. */
    static int rows(boolean few) {
        return few ? FEW_ROWS : ROWS;
    }

    void draw(Pen pen, int top) {
        for (int i = 0; i < lines.size(); i++) {
            int column = 0;
            for (Item item : lines.get(i)) {
                if (column > 0 && column + item.columns() > pen.canvas().columns()) {
                    break;
                }
                item.draw(pen, top + i, column);
                column += item.columns() + GAP;
            }
        }
    }
}
