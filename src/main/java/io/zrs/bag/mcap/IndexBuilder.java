package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapIndex.AttachmentPlace;
import io.zrs.bag.mcap.McapIndex.Place;
import io.zrs.bag.mcap.McapRecord.Header;
import io.zrs.bag.mcap.McapRecord.Statistics;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Goes through a file for {@link McapIndex}: jumps over the chunks that the summary names, and looks at everything else. */
final class IndexBuilder implements RecordScan.Visitor<RuntimeException> {
    private static final int PLACE = 64;

    private final McapFile file;
    private final RecordFinder finder;
    private final Memory memory = new Memory();
    private final Damage damage = new Damage();
    private final Definitions definitions = new Definitions(memory, damage);
    private final List<Place> metadata = new ArrayList<>();
    private final List<Place> others = new ArrayList<>();
    private final List<AttachmentPlace> attachments = new ArrayList<>();
    private Header header = new Header("", "");
    private FileSummary summary;
    private Stretches stretches;

    /** How many of the chunks that the summary names are behind. */
    private int passed;

    private String why = "";
    private boolean ended;
    private long dataEnd;
    private int dataCrc;
    private Statistics statistics;

    IndexBuilder(McapFile file) {
        this.file = file;
        finder = new RecordFinder(file);
    }

    IndexBuilder build() {
        if (file.size() < Magic.LENGTH) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    file.path() + " is cut off: it has only " + file.size() + " bytes",
                    "try a backup");
        }
        if (!file.hasMagic()) {
            if (!file.hasEnd()) {
                throw new ZrsException(ErrorCode.INVALID, file.path() + " is no MCAP file: it begins differently");
            }
            why = "they are not how a file begins";
        }
        summary = FileSummary.read(file, definitions, memory, damage);
        stretches = new Stretches(memory);
        new RecordScan<>(file, summary.end(), this).run();
        if (!summary.isFinished() && ended && file.hasEnd()) {
            damage.add("its footer is missing or damaged");
        }
        if (!ended) {
            // The indexes of its last chunk may not all be there.
            stretches.forgetLastIndexes();
        }
        stretches.close();
        summary.forget();
        new StretchInspector(file, definitions, stretches, damage).inspect(summary.statistics());
        statistics = stretches.agreesWith(summary.statistics()) ? summary.statistics() : null;
        return this;
    }

    @Override
    public long onwards(long at) {
        long place = at;
        List<Stretch> chunks = summary.chunks();
        for (; passed < chunks.size() && chunks.get(passed).start() <= place; passed++) {
            Stretch chunk = chunks.get(passed);
            if (chunk.start() == place) {
                stretches.add(chunk);
                place = chunk.end() + chunk.indexLength();
            } else {
                damage.add("its summary has a chunk at byte " + chunk.start() + ", where none begins");
            }
        }
        return ended ? -1 : place;
    }

    @Override
    public long known(long at) {
        return passed < summary.chunks().size() ? summary.chunks().get(passed).start() : Long.MAX_VALUE;
    }

    @Override
    public boolean record(RecordWalker walker) {
        why = "";
        try {
            switch (walker.opcode()) {
                case Opcode.HEADER -> header(walker);
                case Opcode.SCHEMA, Opcode.CHANNEL -> {
                    definitions.add(walker.decode());
                    stretches.other();
                }
                case Opcode.MESSAGE -> stretches.message(walker);
                case Opcode.CHUNK -> {
                    if (ChunkHead.read(file, walker.start(), walker.length()).isEmpty()
                            && !finder.followed(walker.end())) {
                        why = "a chunk's length is wrong";
                        return false;
                    }
                    stretches.chunk(walker);
                }
                case Opcode.MESSAGE_INDEX -> stretches.messageIndex(walker);
                case Opcode.ATTACHMENT -> attachment(walker);
                case Opcode.METADATA -> metadata(walker);
                case Opcode.DATA_END -> {
                    ended = true;
                    dataEnd = walker.start();
                    dataCrc = ((McapRecord.DataEnd) walker.decode()).dataSectionCrc();
                }
                case Opcode.FOOTER -> ended = true;
                case Opcode.STATISTICS,
                        Opcode.CHUNK_INDEX,
                        Opcode.ATTACHMENT_INDEX,
                        Opcode.METADATA_INDEX,
                        Opcode.SUMMARY_OFFSET -> stretches.other();
                default -> place(walker, others);
            }
            return true;
        } catch (MalformedException e) {
            why = RecordKind.name(walker.opcode()) + ": " + e.getMessage();
            return false;
        }
    }

    @Override
    public void wrongLength(long at) {
        damage.add("a record's length is wrong at byte " + at);
    }

    @Override
    public void gap(long from, long to) {
        String what = why.isEmpty() ? "are no records" : "cannot be read: " + why;
        why = "";
        damage.add((to - from) + " bytes from byte " + from + " on " + what);
        // Those behind the chunk before may not all be there.
        stretches.forgetLastIndexes();
    }

    @Override
    public void cut(RecordWalker walker) {
        stretches.forgetLastIndexes();
        cutAt(walker.start());
        if (walker.opcode() == Opcode.CHUNK) {
            try {
                stretches.cutChunk(walker, summary.end());
            } catch (MalformedException e) {
                damage.add("that chunk: " + e.getMessage());
            }
        }
    }

    @Override
    public void rest(long from) {
        cutAt(from);
    }

    private void cutAt(long place) {
        String rest = " (" + (summary.end() - place) + " bytes before the end)";
        damage.add("there is no whole record at byte " + place + rest);
    }

    @Override
    public void end(long at) {
        ended = true;
    }

    private void header(RecordWalker walker) {
        if (walker.start() == Magic.LENGTH) {
            header = (Header) walker.decode();
        }
    }

    private void metadata(RecordWalker walker) {
        // Read again when they are asked for: many are more than memory has room for.
        try {
            walker.decode();
        } catch (MalformedException e) {
            throw e;
        } catch (ZrsException e) {
            damage.add("the metadata at byte " + walker.start() + ": " + e.getMessage());
            return;
        }
        place(walker, metadata);
    }

    private void place(RecordWalker walker, List<Place> places) {
        memory.take(PLACE);
        places.add(new Place(walker.start(), walker.end()));
        stretches.other();
    }

    private void attachment(RecordWalker walker) {
        ByteReader in = walker.peek(RecordWalker.ATTACHMENT_HEAD);
        long logTime = in.u64();
        long createTime = in.u64();
        String name = in.string();
        String mediaType = in.string();
        memory.take(PLACE * 2L + Character.BYTES * (name.length() + (long) mediaType.length()));
        attachments.add(new AttachmentPlace(
                new Place(walker.start(), walker.end()), logTime, createTime, name, mediaType, in.u64()));
        stretches.other();
    }

    Header header() {
        return header;
    }

    Definitions definitions() {
        return definitions;
    }

    List<Stretch> stretches() {
        return stretches.list();
    }

    List<Place> metadata() {
        return metadata;
    }

    List<Place> others() {
        return others;
    }

    List<AttachmentPlace> attachments() {
        return attachments;
    }

    boolean isFinished() {
        return summary.isFinished();
    }

    Damage damage() {
        return damage;
    }

    boolean hasRightData() {
        if (dataCrc == 0) {
            return true;
        }
        CRC32 crc = new CRC32();
        file.sum(crc, 0, dataEnd);
        return (int) crc.getValue() == dataCrc;
    }

    long messages() {
        return statistics == null ? stretches.total().messages() : statistics.messageCount();
    }

    Map<Integer, Long> channelMessages() {
        return statistics == null ? stretches.total().map() : statistics.channelMessageCounts();
    }

    long startTime() {
        return statistics == null ? stretches.total().startTime() : statistics.messageStartTime();
    }

    long endTime() {
        return statistics == null ? stretches.total().endTime() : statistics.messageEndTime();
    }
}
