package io.zrs.bag.edit;

import io.zrs.bag.mcap.Magic;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.RecordWalker;
import io.zrs.model.ZrsException;
import java.util.Optional;

/** Goes through every record of a file, wherever it may be damaged: behind what is none it looks for the next. For one thread. */
final class McapScan {
    private static final int MESSAGE_HEAD = 22;

    private final RawFile raw;
    private final RecordFinder finder;
    private final RecordWalker walker;
    private final Visitor visitor;

    McapScan(McapFile file, RawFile raw, Visitor visitor) {
        this.raw = raw;
        this.visitor = visitor;
        finder = new RecordFinder(raw);
        walker = new RecordWalker(file, 0, raw.size());
    }

    /** Who is shown what is there, in the order of the file. */
    interface Visitor {
        /**
         * A record that is there to its end.
         *
         * @return whether it is one; if not, the scan may go on within it, and says what it passed over
         */
        boolean record(RecordWalker record) throws InterruptedException;

        /** The record that is shown next is shorter than it says: its fields end, and the next record begins. */
        void wrongLength(long at);

        /** Bytes that are no records, with records behind them. */
        void gap(long from, long to);

        /** A record that the file has only the beginning of, at its end. */
        void cut(RecordWalker record) throws InterruptedException;

        /** Bytes at the end of the file that are no record, nor the beginning of one. */
        void rest(long from);

        /** The magic bytes behind the last record. */
        void end(long at);
    }

    /** Goes through all of it. */
    void run() throws InterruptedException {
        long at = finder.isEnd(0) ? Magic.LENGTH : skip(0);
        while (at >= 0 && at < raw.size()) {
            at = finder.isEnd(at) ? end(at) : step(at);
        }
    }

    private long end(long at) {
        long behind = at + Magic.LENGTH;
        visitor.end(at);
        if (behind == raw.size()) {
            return behind;
        }
        // Something follows: perhaps the magic bytes are those of a second file that was added to the first.
        return finder.mayBegin(behind) ? behind : skip(behind);
    }

    /** From one record to where the next begins; -1 if there is none. */
    private long step(long at) throws InterruptedException {
        walker.seek(at);
        if (walker.next()) {
            long end = walker.end();
            long fields = fieldsEnd(end);
            if (fields != end && finder.begins(fields)) {
                visitor.wrongLength(at);
                visitor.record(walker);
                return fields;
            }
            if (!isCredible(at, end, fields)) {
                return skip(at);
            }
            if (visitor.record(walker)) {
                return end;
            }
            if (finder.mayBegin(end)) {
                visitor.gap(at, end);
                return end;
            }
            return skip(at);
        }
        if (isCutRecord(at)) {
            visitor.cut(walker);
            return -1;
        }
        return skip(at);
    }

    /** Where the record's fields end, which is before its end if its length is damaged, or if it is of a later specification. */
    private long fieldsEnd(long end) {
        int opcode = walker.opcode();
        if (opcode == Opcode.CHUNK || opcode == Opcode.MESSAGE || opcode > Opcode.DATA_END) {
            return end;
        }
        try {
            return walker.contentStart() + RecordLength.of(walker.record());
        } catch (ZrsException e) {
            // What is wrong is for the visitor to find out.
            return end;
        }
    }

    /** Whether the record is as long as it says; a chunk tells that itself. */
    private boolean isCredible(long at, long end, long fields) {
        int opcode = walker.opcode();
        if (opcode == Opcode.MESSAGE || opcode > Opcode.DATA_END) {
            return finder.followed(end) || finder.find(at + 1, end) < 0;
        }
        return fields == end || finder.begins(end);
    }

    /** Whether the file ends within a record that has been all right so far: not a record with a wrong length. */
    private boolean isCutRecord(long at) {
        if (raw.size() - at < MESSAGE_HEAD) {
            return finder.find(at + 1) < 0;
        }
        int opcode = walker.opcode();
        if (opcode == Opcode.CHUNK) {
            Optional<ChunkHead> head = ChunkHead.read(raw, at, walker.length());
            return head.filter(ChunkHead::isKnownCompression).isPresent();
        }
        return opcode >= Opcode.HEADER && opcode <= Opcode.DATA_END && walker.length() > 0 && finder.find(at + 1) < 0;
    }

    private long skip(long from) {
        long found = finder.find(from + 1);
        if (found < 0) {
            visitor.rest(from);
        } else {
            visitor.gap(from, found);
        }
        return found;
    }
}
