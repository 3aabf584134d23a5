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

/** Goes through a file for {@link McapIndex}: jumps over the chunks that the summary names, and looks at everything else. */
final class IndexBuilder {
    private static final int ATTACHMENT_HEAD = 8 << 10;
    private static final int PLACE = 64;

    private final McapFile file;
    private final Memory memory = new Memory();
    private final Damage damage = new Damage();
    private final Definitions definitions = new Definitions(memory, damage);
    private final List<Place> metadata = new ArrayList<>();
    private final List<AttachmentPlace> attachments = new ArrayList<>();
    private Header header = new Header("", "");
    private FileSummary summary;
    private Stretches stretches;
    private boolean ended;
    private Statistics statistics;

    IndexBuilder(McapFile file) {
        this.file = file;
    }

    IndexBuilder build() {
        if (file.size() < Magic.LENGTH) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    file.path() + " is cut off: it has only " + file.size() + " bytes",
                    "try a backup");
        }
        if (!file.hasMagic()) {
            throw new ZrsException(ErrorCode.INVALID, file.path() + " is no MCAP file: it begins differently");
        }
        summary = FileSummary.read(file, definitions, memory, damage);
        stretches = new Stretches(memory);
        walk();
        if (!summary.isFinished() && ended) {
            damage.add("its footer is missing or damaged");
        }
        stretches.close();
        summary.forget();
        new StretchInspector(file, definitions, stretches, damage).inspect(summary.statistics());
        statistics = stretches.agreesWith(summary.statistics()) ? summary.statistics() : null;
        return this;
    }

    private void walk() {
        RecordWalker walker = new RecordWalker(file, Magic.LENGTH, summary.end());
        int known = 0;
        List<Stretch> chunks = summary.chunks();
        long at = Magic.LENGTH;
        while (!ended) {
            while (known < chunks.size() && chunks.get(known).start() < at) {
                damage.add(
                        "its summary has a chunk at byte " + chunks.get(known).start() + ", where none begins");
                known++;
            }
            if (known < chunks.size() && chunks.get(known).start() == at) {
                Stretch chunk = chunks.get(known++);
                stretches.add(chunk);
                at = chunk.end() + chunk.indexLength();
                continue;
            }
            walker.seek(at);
            if (walker.next()) {
                record(walker);
                at = walker.end();
            } else if (known < chunks.size()) {
                damage.add("there is no whole record at byte " + at);
                at = chunks.get(known).start();
            } else {
                end(walker);
                return;
            }
        }
    }

    /** What no summary leads behind. */
    private void end(RecordWalker walker) {
        stretches.forgetLastIndexes();
        if (!walker.isCut()) {
            return;
        }
        String rest = " (" + (summary.end() - walker.start()) + " bytes before the end)";
        damage.add("there is no whole record at byte " + walker.start() + rest);
        if (walker.opcode() == Opcode.CHUNK) {
            try {
                stretches.cutChunk(walker, summary.end());
            } catch (MalformedException e) {
                damage.add("that chunk: " + e.getMessage());
            }
        }
    }

    private void record(RecordWalker walker) {
        try {
            switch (walker.opcode()) {
                case Opcode.HEADER -> header(walker);
                case Opcode.SCHEMA, Opcode.CHANNEL -> {
                    definitions.add(walker.decode());
                    stretches.other();
                }
                case Opcode.MESSAGE -> stretches.message(walker);
                case Opcode.CHUNK -> stretches.chunk(walker);
                case Opcode.MESSAGE_INDEX -> stretches.messageIndex(walker);
                case Opcode.ATTACHMENT -> attachment(walker);
                case Opcode.METADATA -> {
                    memory.take(PLACE);
                    metadata.add(new Place(walker.start(), walker.end()));
                    stretches.other();
                }
                case Opcode.DATA_END, Opcode.FOOTER -> ended = true;
                default -> stretches.other();
            }
        } catch (MalformedException e) {
            damage.add("the record 0x" + Integer.toHexString(walker.opcode()) + " at byte " + walker.start() + ": "
                    + e.getMessage());
        }
    }

    private void header(RecordWalker walker) {
        if (walker.start() == Magic.LENGTH) {
            header = (Header) walker.decode();
        }
    }

    private void attachment(RecordWalker walker) {
        ByteReader in = walker.peek(ATTACHMENT_HEAD);
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

    List<AttachmentPlace> attachments() {
        return attachments;
    }

    boolean isFinished() {
        return summary.isFinished();
    }

    Damage damage() {
        return damage;
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
