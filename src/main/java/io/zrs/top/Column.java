package io.zrs.top;

import io.zrs.canvas.Ink;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * A column of a table.
 *
 * @param name what it is called when a user chooses it to sort by
 * @param header what stands above it
 * @param width how wide it is at least
 * @param most how wide it gets where there is room; what is in its rows, if that is less
 * @param right whether its text stands at its right
 * @param order how rows are sorted by it, if not reversed: numbers begin with the highest
 * @param text what stands in a row, harmless to a terminal
 * @param ink how
 */
record Column<R>(
        String name,
        String header,
        int width,
        int most,
        boolean right,
        Comparator<R> order,
        Text<R> text,
        Function<R, Ink> ink) {
    /** What stands in a row. */
    @FunctionalInterface
    interface Text<R> {
        String of(R row, int width);
    }

    /** A column of numbers of a fixed width. */
    static <R> Column<R> number(
            String name, String header, int width, ToDoubleFunction<R> key, Function<R, String> text) {
        Comparator<R> order = (one, other) -> Double.compare(key.applyAsDouble(other), key.applyAsDouble(one));
        return new Column<>(name, header, width, width, true, order, (row, room) -> text.apply(row), row -> Ink.PLAIN);
    }

    /** A column of text of which the end matters, sorted by that, the empty ones last. */
    static <R> Column<R> text(String name, String header, int width, int most, Function<R, String> text) {
        Comparator<R> order =
                Comparator.comparing((R row) -> text.apply(row).isEmpty()).thenComparing(text::apply);
        return new Column<>(
                name,
                header,
                width,
                most,
                false,
                order,
                (row, room) -> Pen.endOf(text.apply(row), room),
                row -> Ink.PLAIN);
    }

    /** The same, with ink. */
    Column<R> with(Function<R, Ink> other) {
        return new Column<>(name, header, width, most, right, order, text, other);
    }

    /** The same with a mark behind its header; the gap stays free, so that it belongs to no other. */
    Column<R> marked(String mark) {
        int least = header.length() + mark.length();
        return new Column<>(
                name, header + mark, Math.max(width, least), Math.max(most, least), right, order, text, ink);
    }

    /** How wide the widest of rows is, and at least the header. */
    int widest(Iterable<R> rows, ToIntFunction<String> measure) {
        int widest = measure.applyAsInt(header);
        for (R row : rows) {
            widest = Math.max(widest, measure.applyAsInt(text.of(row, most)));
        }
        return widest;
    }
}
