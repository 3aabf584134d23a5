package io.zrs.drawing;

import io.zrs.drawing.Figure.Anchor;
import io.zrs.drawing.Figure.Box;
import io.zrs.drawing.Figure.Curve;
import io.zrs.drawing.Figure.Group;
import io.zrs.drawing.Figure.Oval;
import io.zrs.drawing.Figure.Polygon;
import io.zrs.drawing.Figure.Polyline;
import io.zrs.drawing.Figure.Text;
import java.util.List;
import java.util.Optional;

/** A drawing with every kind of figure, for tests; nothing overlaps but the group's box and its text. */
public final class SampleDrawing {
    /** What the box is filled with. */
    public static final Colour BLUE = new Colour(0x0087d7);

    /** What the oval is filled with. */
    public static final Colour TEAL = new Colour(0x008787);

    /** What the triangle is filled with. */
    public static final Colour ORANGE = new Colour(0xd75f00);

    /** What the lines are drawn with. */
    public static final Colour RED = new Colour(0xd70000);

    private SampleDrawing() {}

    /** 200 by 100 points. */
    public static Drawing of() {
        Stroke thin = new Stroke(Colour.BLACK, 1);
        Stroke thick = new Stroke(RED, 4);
        Stroke dashed = new Stroke(RED, 4, 5);
        Box box = new Box(10, 10, 60, 30, 6, Optional.of(BLUE), Optional.of(thin));
        Text name = new Text("/a <b> & \"c\"", 40, 28, 8, true, Anchor.MIDDLE, Colour.WHITE);
        return new Drawing(
                "Every figure: <1> & \"2\"",
                200,
                100,
                Colour.WHITE,
                List.of(
                        new Group("node-1", "node", "a <b>\nsecond line", List.of(box, name)),
                        new Box(80, 10, 20, 30, 0, Optional.empty(), Optional.of(thick)),
                        new Oval(110, 10, 60.125, 30, Optional.of(TEAL), Optional.empty()),
                        new Polygon(
                                List.of(new Point(10, 60), new Point(40, 60), new Point(25, 90.333)),
                                Optional.of(ORANGE),
                                Optional.empty()),
                        new Polyline(List.of(new Point(50, 60), new Point(50, 80), new Point(70, 80)), thick),
                        new Polyline(List.of(new Point(180, 5), new Point(180, 95)), dashed),
                        new Curve(
                                List.of(
                                        new Point(80, 60),
                                        new Point(80, 90),
                                        new Point(110, 90),
                                        new Point(110, 60),
                                        new Point(110, 30),
                                        new Point(140, 90),
                                        new Point(140, 60)),
                                thick),
                        new Text("two  blanks, grüße 日本", 80, 95, 9.5, false, Anchor.START, Colour.BLACK),
                        new Text("end", 195, 98, 6, false, Anchor.END, Colour.BLACK)));
    }
}
