package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Footer;
import io.zrs.bag.mcap.McapRecord.Statistics;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/** What the summary section of a file says, as far as it is there (specification, "Summary Section" and "Footer"). */
final class FileSummary {
    private static final int FOOTER = RecordDecoder.HEAD + 2 * Long.BYTES + Integer.BYTES;

    /** Where the footer begins; where the file ends, without one. */
    private final long end;

    private final boolean finished;
    private final List<Stretch> chunks = new ArrayList<>();
    private Statistics statistics;

    private FileSummary(long end, boolean finished) {
        this.end = end;
        this.finished = finished;
    }

    /** Reads it; what is wrong goes to {@code damage}, and the file is then read as one without. */
    static FileSummary read(McapFile file, Definitions definitions, Memory memory, Damage damage) {
        long at = file.size() - Magic.LENGTH - FOOTER;
        if (at < Magic.LENGTH) {
            return new FileSummary(file.size(), false);
        }
        byte[] tail = file.read(at, FOOTER + Magic.LENGTH);
        boolean whole = (tail[0] & 0xFF) == Opcode.FOOTER
                && ByteReader.u64(tail, 1) == FOOTER - RecordDecoder.HEAD
                && Arrays.equals(tail, FOOTER, tail.length, Magic.bytes(), 0, Magic.LENGTH);
        if (!whole) {
            return new FileSummary(file.size(), false);
        }
        Footer footer =
                (Footer) RecordDecoder.decode(Opcode.FOOTER, tail, RecordDecoder.HEAD, FOOTER - RecordDecoder.HEAD);
        FileSummary summary = new FileSummary(at, true);
        if (footer.summaryStart() == 0) {
            return summary;
        }
        try {
            summary.check(file, footer);
            summary.records(file, footer.summaryStart(), definitions, memory);
            return summary;
        } catch (MalformedException e) {
            damage.add("its summary cannot be used: " + e.getMessage());
            definitions.clear();
            return new FileSummary(at, true);
        }
    }

    private void check(McapFile file, Footer footer) {
        long start = footer.summaryStart();
        if (start < Magic.LENGTH || start > end) {
            throw new MalformedException(
                    "it should be at byte " + Long.toUnsignedString(start) + ", which is not there");
        }
        if (footer.summaryCrc() == 0) {
            return;
        }
        CRC32 crc = new CRC32();
        file.sum(crc, start, end + FOOTER - Integer.BYTES);
        if ((int) crc.getValue() != footer.summaryCrc()) {
            throw new MalformedException("its checksum is wrong");
        }
    }

    private void records(McapFile file, long start, Definitions definitions, Memory memory) {
        RecordWalker walker = new RecordWalker(file, start, end);
        try {
            while (walker.next()) {
                switch (walker.opcode()) {
                    case Opcode.SCHEMA, Opcode.CHANNEL -> definitions.add(walker.decode());
                    case Opcode.STATISTICS -> statistics = (Statistics) walker.decode();
                    case Opcode.CHUNK_INDEX -> chunk(walker, memory);
                    case Opcode.MESSAGE, Opcode.CHUNK, Opcode.DATA_END, Opcode.HEADER ->
                        throw new MalformedException("it has what belongs to the data");
                    default -> {
                        // Where the rest is, going through the data shows.
                    }
                }
            }
        } catch (MalformedException e) {
            throw e;
        } catch (ZrsException e) {
            throw new MalformedException(e.getMessage(), e);
        }
        if (walker.isCut()) {
            throw new MalformedException("it has no whole record at byte " + walker.start());
        }
        chunks.sort(Comparator.comparingLong(Stretch::start));
        for (int i = 1; i < chunks.size(); i++) {
            Stretch before = chunks.get(i - 1);
            if (before.end() + before.indexLength() > chunks.get(i).start()) {
                throw new MalformedException(
                        "it has two chunks at byte " + chunks.get(i).start());
            }
        }
    }

    private void chunk(RecordWalker walker, Memory memory) {
        ByteReader in = walker.content("a chunk index");
        long startTime = in.u64();
        long endTime = in.u64();
        long start = in.u64();
        long length = in.u64();
        char[] channels = in.countKeys();
        long indexLength = in.u64();
        String compression = in.string();
        if (start < Magic.LENGTH
                || length < RecordDecoder.HEAD
                || indexLength < 0
                || start > end
                || length > end - start
                || indexLength > end - start - length) {
            throw new MalformedException(
                    "it has a chunk at byte " + Long.toUnsignedString(start) + ", which is not there");
        }
        char[] known = channels.length == 0 ? null : memory.shared(channels);
        memory.takeChunk();
        chunks.add(new Stretch(
                start,
                length,
                indexLength,
                startTime,
                endTime,
                -1,
                known,
                Stretch.Kind.CHUNK,
                memory.shared(compression),
                in.u64(),
                in.u64()));
    }

    /** Where the records of the file end, the summary included. */
    long end() {
        return end;
    }

    /** Whether the file has a footer. */
    boolean isFinished() {
        return finished;
    }

    /** The chunks that it names, in the order of their places. */
    List<Stretch> chunks() {
        return chunks;
    }

    /** Forgets the chunks. */
    void forget() {
        chunks.clear();
    }

    /** Null if it has none. */
    Statistics statistics() {
        return statistics;
    }
}
