package io.zrs.bag.edit;

import io.zrs.bag.BagInfo;
import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.mcap.ChunkHead;
import io.zrs.bag.mcap.ChunkReader;
import io.zrs.bag.mcap.Magic;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.Attachment;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.DataEnd;
import io.zrs.bag.mcap.McapRecord.Footer;
import io.zrs.bag.mcap.McapRecord.Message;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.bag.mcap.McapRecord.Metadata;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.RecordFinder;
import io.zrs.bag.mcap.RecordKind;
import io.zrs.bag.mcap.RecordScan;
import io.zrs.bag.mcap.RecordWalker;
import io.zrs.model.ZrsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** Looks through an MCAP file for everything that its specification lets a reader verify. For one thread. */
final class McapCheck implements RecordScan.Visitor<InterruptedException> {
    private static final String ACTIVE = ".active";

    private final Path path;
    private final McapFile file;
    private final RecordFinder finder;
    private final EditWatch watch;
    private final Findings findings = new Findings();
    private final DataTally tally = new DataTally(findings);
    private final ChunkCheck chunks;
    private final CRC32 crc = new CRC32();
    private long summed;
    private boolean started;
    private SummaryCheck summary;
    private boolean footed;
    private boolean ended;
    private boolean cut;
    private String why = "";

    private McapCheck(Path path, McapFile file, EditWatch watch) {
        this.path = path;
        this.file = file;
        this.watch = watch;
        finder = new RecordFinder(file);
        chunks = new ChunkCheck(findings, tally, new ChunkReader(file));
    }

    /** Looks through all of it; what is done is told in bytes. */
    static CheckResult check(Path path, EditWatch watch) throws InterruptedException {
        try (McapFile file = new McapFile(path)) {
            McapCheck check = new McapCheck(path, file, watch);
            new RecordScan<>(file, check).run();
            return check.result();
        }
    }

    private CheckResult result() {
        chunks.done();
        if (!ended && !findings.isDamaged() && !cut) {
            if (footed) {
                findings.add(file.size(), Consequence.UNFINISHED, "the magic bytes at the end are missing");
            } else {
                findings.add(file.size(), unfinished(), "the file has no end");
            }
        }
        BagInfo.State state = findings.count() == 0
                ? BagInfo.State.WHOLE
                : findings.isDamaged() ? BagInfo.State.DAMAGED : BagInfo.State.UNFINISHED;
        return new CheckResult(
                "MCAP",
                state,
                findings.first(),
                findings.count(),
                tally.messages(),
                tally.disorder(),
                tally.chunks().size(),
                file.size());
    }

    private Consequence unfinished() {
        return isActive() ? Consequence.RECORDING : Consequence.UNFINISHED;
    }

    private boolean isActive() {
        return path.toString().endsWith(ACTIVE);
    }

    @Override
    public boolean record(RecordWalker walker) throws InterruptedException {
        watch.look(walker.end(), tally.messages());
        if (!started && walker.opcode() != Opcode.HEADER) {
            findings.add(walker.start(), Consequence.FORM, "the first record is no header");
        }
        started = true;
        int opcode = walker.opcode();
        if (opcode != Opcode.MESSAGE_INDEX) {
            chunks.done();
        }
        boolean sound = opcode > Opcode.DATA_END
                ? finder.mayBegin(walker.end())
                : opcode == Opcode.CHUNK ? chunk(walker) : other(walker);
        if (sound && summary == null) {
            file.sum(crc, summed, walker.end());
            summed = walker.end();
        }
        return sound;
    }

    private boolean chunk(RecordWalker walker) {
        Optional<ChunkHead> head = ChunkHead.read(file, walker.start(), walker.length());
        if (head.isEmpty()) {
            why = "a chunk's length is wrong";
            return false;
        }
        if (summary != null) {
            findings.add(walker.start(), Consequence.FORM, "a chunk stands behind the end of the data");
        }
        chunks.chunk(head.get());
        return true;
    }

    private boolean other(RecordWalker walker) {
        McapRecord record;
        try {
            record = walker.record();
        } catch (ZrsException e) {
            return unreadable(walker, e);
        }
        if (record instanceof Footer footer) {
            footer(walker, footer);
        } else if (summary != null) {
            summary.record(walker, record);
        } else {
            data(walker, record);
        }
        return true;
    }

    private boolean unreadable(RecordWalker walker, ZrsException error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        if (!error.remedy().isEmpty()) {
            findings.add(walker.start(), Consequence.MEMORY, "a record is too large: " + cause.getMessage());
            return true;
        }
        if (walker.opcode() == Opcode.ATTACHMENT && finder.mayBegin(walker.end())) {
            findings.add(walker.start(), Consequence.ATTACHMENT, "an attachment: " + cause.getMessage());
            tally.attachment(walker.start(), walker.end() - walker.start());
            return true;
        }
        why = RecordKind.name(walker.opcode()) + ": " + cause.getMessage();
        return false;
    }

    private void data(RecordWalker walker, McapRecord record) {
        long place = walker.start();
        if (record instanceof Schema schema) {
            tally.define(place, schema);
        } else if (record instanceof Channel channel) {
            tally.define(place, channel);
        } else if (record instanceof Message message) {
            tally.message(place, message.channelId(), message.logTime());
        } else if (record instanceof MessageIndex index) {
            chunks.index(walker, index);
        } else if (record instanceof Attachment) {
            tally.attachment(place, walker.end() - place);
        } else if (record instanceof Metadata) {
            tally.metadata(place, walker.end() - place);
        } else if (record instanceof DataEnd end) {
            dataEnd(walker, end);
        } else if (!(record instanceof McapRecord.Header) || place != Magic.LENGTH) {
            findings.add(place, Consequence.FORM, RecordKind.name(record.opcode()) + " stands within the data");
        }
    }

    private void dataEnd(RecordWalker walker, DataEnd end) {
        file.sum(crc, summed, walker.start());
        summed = walker.end();
        // What changed where something is known to be damaged has been told.
        if (end.dataSectionCrc() != 0 && end.dataSectionCrc() != (int) crc.getValue() && !findings.isDamaged()) {
            findings.add(walker.start(), Consequence.CONTENT, "the checksum of all data is wrong");
        }
        summary = new SummaryCheck(findings, tally, file, walker.end());
    }

    private void footer(RecordWalker walker, Footer footer) {
        if (summary == null) {
            findings.add(walker.start(), Consequence.FORM, "the end of the data is missing before the footer");
        } else {
            summary.footer(walker, footer);
        }
        footed = true;
    }

    @Override
    public void wrongLength(long at) {
        findings.add(at, Consequence.CONTENT, "a record's length is wrong");
    }

    @Override
    public void gap(long from, long to) {
        findings.add(
                from,
                summary == null ? Consequence.GAP : Consequence.INDEX,
                (why.isEmpty() ? "this is no record" : why) + "; records go on at byte " + to);
        why = "";
    }

    @Override
    public void cut(RecordWalker walker) {
        cut = true;
        chunks.done();
        long there = file.size() - walker.start();
        if (footed && there >= Magic.LENGTH) {
            findings.add(walker.start(), Consequence.FORM, "the magic bytes at the end are wrong");
            return;
        }
        String what = footed ? "its magic bytes" : RecordKind.name(walker.opcode());
        // Behind the data is nothing but what tells of them.
        Consequence consequence =
                summary == null ? Consequence.CUT : file.hasEnd() ? Consequence.INDEX : Consequence.UNFINISHED;
        findings.add(walker.start(), isActive() ? Consequence.RECORDING : consequence, "the file ends within " + what);
    }

    @Override
    public void rest(long from) {
        chunks.done();
        Consequence consequence = summary == null ? Consequence.CUT : Consequence.INDEX;
        findings.add(from, consequence, "the last " + (file.size() - from) + " bytes are no records");
    }

    @Override
    public void end(long at) {
        if (!footed) {
            findings.add(at, Consequence.FORM, "the footer is missing");
        }
        ended = true;
        if (at + Magic.LENGTH < file.size()) {
            findings.add(at + Magic.LENGTH, Consequence.FORM, "something stands behind the end");
        }
    }
}
