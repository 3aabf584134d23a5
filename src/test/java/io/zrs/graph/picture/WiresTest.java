package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Ink;
import io.zrs.graph.picture.Wires.Cell;
import org.junit.jupiter.api.Test;

class WiresTest {
    private final CellCanvas canvas = new CellCanvas(3, 3);
    private final Wires wires = new Wires(canvas);

    @Test
    void linesOfOneNetJoin() {
        cross(7, 7, false);
        assertEquals(" ╷\n╶┼╴\n ╵", drawn());
    }

    @Test
    void linesOfTwoNetsPassEachOther() {
        cross(7, 8, false);
        assertEquals(" ╷\n╶│╴\n ╵", drawn());
    }

    @Test
    void whicheverIsDrawnFirst() {
        wires.line(8, new Cell(0, 1), new Cell(2, 1), false, Ink.PLAIN);
        wires.line(7, new Cell(1, 0), new Cell(1, 2), false, Ink.PLAIN);
        assertEquals(" ╷\n╶│╴\n ╵", drawn());
    }

    @Test
    void heavyLinesStayHeavyWhereTheyJoin() {
        cross(7, 7, true);
        assertEquals(" ╷\n╺╋╸\n ╵", drawn());
    }

    @Test
    void outsideNothingIsDrawn() {
        wires.line(1, new Cell(-2, 1), new Cell(9, 1), false, Ink.PLAIN);
        assertEquals(" │\n │\n │", drawn());
    }

    private void cross(int horizontal, int vertical, boolean heavy) {
        wires.line(horizontal, new Cell(1, 0), new Cell(1, 2), heavy, Ink.PLAIN);
        wires.line(vertical, new Cell(0, 1), new Cell(2, 1), false, Ink.PLAIN);
    }

    private String drawn() {
        wires.draw();
        return String.join("\n", canvas.lines(0));
    }
}
