package io.zrs.bag.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by an index is what anybody would find who reads it all. */
class LineIndexTest {
    private static final int CHANNELS = 5;
    private static final long MILLI = 1_000_000;

    /** Topics are A to E, and a topic is a channel. */
    private static final LineChannels BY_NAME =
            (bytes, topicFrom, topicTo, payloadFrom, payloadTo) -> bytes[topicFrom] - 'A';

    @TempDir
    private Path folder;

    private record Line(long millis, int channel, String payload) {
        String text() {
            return millis + "," + (char) ('A' + channel) + "," + payload + "\r\n";
        }
    }

    /** In pieces of time that overlap by {@code disorder}, of lines long enough for many rows of the index. */
    private static List<Line> lines(Random random, int count, int disorder) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long millis = Math.max(0, i - (disorder == 0 ? 0 : random.nextInt(disorder)));
            String filler = "x".repeat(random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(200));
            lines.add(new Line(millis, random.nextInt(random.nextInt(CHANNELS) + 1), i + filler));
        }
        return lines;
    }

    private FileChannel file(List<Line> lines) throws IOException {
        StringBuilder content = new StringBuilder();
        lines.forEach(line -> content.append(line.text()));
        Path path = folder.resolve("lines.txt");
        Files.writeString(path, content);
        return FileChannel.open(path);
    }

    private static LineIndex index(FileChannel file) throws IOException {
        return LineIndex.of(file, new LineFormat(1, false, 0), 1 << 20, file.size(), BY_NAME);
    }

    private static List<String> read(FileChannel file, LineIndex index, BitSet wanted, long from, long until)
            throws IOException {
        LineCursor cursor = new LineCursor(file, index, BY_NAME, wanted, from, until);
        List<String> read = new ArrayList<>();
        for (LineMessage message = cursor.next(); message != null; message = cursor.next()) {
            read.add(show(message));
        }
        return read;
    }

    private static String show(LineMessage message) {
        String payload = new String(message.payload(), StandardCharsets.UTF_8);
        return new Line(message.nanos() / MILLI, message.channel(), payload).text();
    }

    private static BitSet some(Random random) {
        BitSet wanted = new BitSet();
        for (int i = 0; i < CHANNELS; i++) {
            wanted.set(i, random.nextInt(3) > 0);
        }
        return wanted;
    }

    @Test
    void findsWhatIsThere() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<Line> lines = lines(random, 3000, seed % 3 * 300);
            try (FileChannel file = file(lines)) {
                LineIndex index = index(file);
                assertEquals(lines.size(), index.messages());
                assertEquals(0, index.late() + index.wrong() + index.torn());
                assertTrue(index.blocks().count() > 10);
                for (int i = 0; i < 30; i++) {
                    BitSet wanted = some(random);
                    long from = (random.nextInt(4000) - 500) * MILLI;
                    long until = from + random.nextInt(i % 2 == 0 ? 50 : 2000) * MILLI;
                    assertEquals(expected(lines, wanted, from, until), read(file, index, wanted, from, until));
                    lastBefore(lines, file, index, wanted, from);
                }
            }
        }
    }

    private static List<String> expected(List<Line> lines, BitSet wanted, long from, long until) {
        return lines.stream()
                .filter(line -> wanted.get(line.channel()))
                .filter(line -> line.millis() * MILLI >= from && line.millis() * MILLI <= until)
                .sorted(Comparator.comparingLong(Line::millis))
                .map(Line::text)
                .toList();
    }

    private static void lastBefore(List<Line> lines, FileChannel file, LineIndex index, BitSet wanted, long before)
            throws IOException {
        Line last = null;
        for (Line line : lines) {
            boolean counts = wanted.get(line.channel()) && line.millis() * MILLI < before;
            if (counts && (last == null || line.millis() >= last.millis())) {
                last = line;
            }
        }
        LineCursor cursor = new LineCursor(file, index, BY_NAME, wanted, 0, Long.MAX_VALUE);
        assertEquals(
                Optional.ofNullable(last).map(Line::text),
                cursor.lastBefore(before).map(LineIndexTest::show));
    }

    @Test
    void givesWhatIsFarOutOfOrderAsItComesAndCountsIt() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            lines.add(new Line(i == 3000 ? 7 : i, 0, "p" + i));
        }
        try (FileChannel file = file(lines)) {
            LineIndex index = index(file);
            assertEquals(1, index.late());
            BitSet all = new BitSet();
            all.set(0, CHANNELS);
            List<String> read = read(file, index, all, 0, Long.MAX_VALUE);
            assertEquals(5000, read.size());
            List<String> inOrder = lines.stream()
                    .filter(line -> line.millis() != 7)
                    .map(Line::text)
                    .toList();
            assertEquals(
                    inOrder,
                    read.stream().filter(text -> !text.startsWith("7,")).toList());
            List<String> seven = lines.stream()
                    .filter(line -> line.millis() == 7)
                    .map(Line::text)
                    .toList();
            assertEquals(seven, read(file, index, all, 7 * MILLI, 7 * MILLI));
            assertEquals(
                    seven.get(1),
                    show(cursor(file, index, all).lastBefore(8 * MILLI).orElseThrow()));
        }
    }

    private static LineCursor cursor(FileChannel file, LineIndex index, BitSet wanted) {
        return new LineCursor(file, index, BY_NAME, wanted, 0, Long.MAX_VALUE);
    }

    @Test
    void countsWhatIsWrong() throws IOException {
        Path path = folder.resolve("wrong.txt");
        Files.writeString(path, "1,A,x\nhello\n2,B,y\n\n3,B");
        try (FileChannel file = FileChannel.open(path)) {
            LineIndex index = LineIndex.of(file, new LineFormat(0, false, 0), 100, file.size(), BY_NAME);
            assertEquals(2, index.messages());
            assertEquals(1, index.messages(1));
            assertEquals(2, index.wrong());
            assertEquals(5, index.torn());
            assertEquals(
                    List.of(new LineIndex.Wrong(2, LineFault.NO_TIME), new LineIndex.Wrong(5, LineFault.NO_TOPIC)),
                    index.firstWrong());
        }
    }

    /** As many rows as there may be, and more lines than that. */
    @Test
    void isBoundedHoweverLongTheFile() {
        LineBlocks blocks = new LineBlocks();
        long apart = 70_000;
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            blocks.add(i * apart, i + 1, i, i % 64);
        }
        blocks.finish(count * apart);
        assertTrue(blocks.count() <= 1 << 15, "rows " + blocks.count());
        int found = 0;
        for (int row = 0; row < blocks.count(); row++) {
            found += (int) ((blocks.end(row) - blocks.offset(row)) / apart);
            assertEquals(blocks.offset(row) / apart + 1, blocks.line(row));
            long first = blocks.offset(row) / apart;
            assertTrue(blocks.mayHave(row, first, first, LineBlocks.bit((int) (first % 64))));
            assertEquals(blocks.end(row) / apart - 1, blocks.latestUpTo(row));
        }
        assertEquals(count, found);
    }
}
