package io.zrs.cli.topic;

import io.zrs.cli.topic.Figures.Cell;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.output.Palette;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** How the reports of a measuring command are printed. */
interface ReportForm {
    /** Adds the line that says which topic will be reported of. */
    void introduce(ByteText out, String introduction, TopicName topic);

    /** Adds one report, made at {@code stamp}. */
    void append(ByteText out, List<Reading> readings, Instant stamp);

    /** One object a topic and report. */
    final class Json implements ReportForm {
        @Override
        public void introduce(ByteText out, String introduction, TopicName topic) {
            // The objects name their topics.
        }

        @Override
        public void append(ByteText out, List<Reading> readings, Instant stamp) {
            for (Reading reading : readings) {
                JsonLine line = new JsonLine(out)
                        .field("topic", reading.topic().value())
                        .stamp(stamp);
                reading.figures().fields(line);
                line.end();
            }
        }
    }

    /**
     * ROS's text: a block about one topic, or a table of several.
     *
     * @param several whether there may be more than one
     * @param terminal whether names have to be made harmless
     * @param room how many columns a table may have, asked only of a wide one
     */
    record Text(boolean several, boolean terminal, Palette palette, IntSupplier room) implements ReportForm {
        @Override
        public void introduce(ByteText out, String introduction, TopicName topic) {
            String name = topic.value();
            out.append(introduction)
                    .append(" [")
                    .append(terminal ? palette.paint(name, name) : name)
                    .append("]\n");
        }

        @Override
        public void append(ByteText out, List<Reading> readings, Instant stamp) {
            List<Reading> fresh = readings.stream()
                    .filter(reading -> reading.figures().fresh())
                    .toList();
            if (fresh.isEmpty()) {
                out.append("no new messages\n");
            } else if (several) {
                table(fresh).append(out);
            } else {
                fresh.forEach(reading -> out.append(reading.figures().block()));
            }
        }

        private ReportTable table(List<Reading> readings) {
            List<ReportTable.Row> rows = new ArrayList<>();
            for (Reading reading : readings) {
                String name = reading.topic().value();
                List<String> texts =
                        reading.figures().cells().stream().map(Cell::text).toList();
                rows.add(new ReportTable.Row(name, texts));
            }
            List<String> header = new ArrayList<>(List.of("topic"));
            readings.get(0).figures().cells().forEach(cell -> header.add(cell.column()));
            return new ReportTable(header, rows, terminal, palette, room);
        }
    }
}
