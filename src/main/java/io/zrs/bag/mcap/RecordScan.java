package io.zrs.bag.mcap;

import java.util.Optional;

/**
 * Goes through the records of a file, wherever it may be damaged: behind what is none it looks for the next. Whoever reads a file does it by
 * this, so that what one command finds the others find too. For one thread.
 *
 * @param <E> what visitors throw to end it
 */
public final class RecordScan<E extends Exception> {
    private final McapFile file;
    private final long limit;
    private final RecordFinder finder;
    private final RecordWalker walker;
    private final Visitor<E> visitor;

    /** Shows all of {@code file} to {@code visitor}. */
    public RecordScan(McapFile file, Visitor<E> visitor) {
        this(file, file.size(), visitor);
    }

    /** Shows what is before {@code limit}. */
    RecordScan(McapFile file, long limit, Visitor<E> visitor) {
        this.file = file;
        this.limit = limit;
        this.visitor = visitor;
        FileWindow window = new FileWindow(file);
        finder = new RecordFinder(window);
        walker = new RecordWalker(window, 0, limit);
    }

    /**
     * Who is shown what is there, in the order of the file.
     *
     * @param <E> what it throws to end that
     */
    public interface Visitor<E extends Exception> {
        /**
         * A record that is there to its end.
         *
         * @return whether it is one; if not, the scan may go on within it, and says what it passed over
         */
        boolean record(RecordWalker record) throws E;

        /** The record that is shown next is shorter than it says: its fields end, and the next record begins. */
        void wrongLength(long at);

        /** Bytes that are no records, with records behind them. */
        void gap(long from, long to);

        /** A record that the file has only the beginning of, at its end. */
        void cut(RecordWalker record) throws E;

        /** Bytes at the end of the file that are no record, nor the beginning of one. */
        void rest(long from);

        /** The magic bytes behind the last record. */
        void end(long at);

        /** Where to look next: there, or behind it where it is known what is there; -1: nowhere any more. */
        default long onwards(long at) {
            return at;
        }

        /** The first place behind {@code at} where a record is known to begin; {@link Long#MAX_VALUE} if none is. */
        default long known(long at) {
            return Long.MAX_VALUE;
        }
    }

    /** Goes through all of it. */
    public void run() throws E {
        long at = finder.isEnd(0) ? Magic.LENGTH : skip(0);
        while (at >= 0) {
            at = visitor.onwards(at);
            if (at < 0 || at >= limit) {
                return;
            }
            at = finder.isEnd(at) ? end(at) : step(at);
        }
    }

    private long end(long at) {
        long behind = at + Magic.LENGTH;
        visitor.end(at);
        if (behind == file.size()) {
            return behind;
        }
        // Something follows: perhaps the magic bytes are those of a second file that was added to the first.
        return finder.mayBegin(behind) ? behind : skip(behind);
    }

    /** From one record to where the next begins; -1 if there is none. */
    private long step(long at) throws E {
        walker.seek(at);
        if (walker.next()) {
            long end = walker.end();
            long fields = walker.fieldsEnd();
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
        if (visitor.known(at) == Long.MAX_VALUE && isCutRecord(at)) {
            visitor.cut(walker);
            return -1;
        }
        return skip(at);
    }

    /** Whether the record is as long as it says; a chunk tells that itself. */
    private boolean isCredible(long at, long end, long fields) {
        int opcode = walker.opcode();
        if (opcode == Opcode.MESSAGE || opcode > Opcode.DATA_END) {
            return finder.followed(end) || finder.find(at + 1, end) < 0;
        }
        return fields == end || finder.begins(end) || finder.mayBeUnknown(end);
    }

    /** Whether the file ends within a record that has been all right so far: not a record with a wrong length. */
    private boolean isCutRecord(long at) {
        if (file.size() - at < ChunkRecords.MESSAGE_HEAD) {
            return finder.find(at + 1) < 0;
        }
        int opcode = walker.opcode();
        if (opcode == Opcode.CHUNK) {
            Optional<ChunkHead> head = ChunkHead.read(file, at, walker.length());
            return head.filter(ChunkHead::isKnownCompression).isPresent();
        }
        return opcode >= Opcode.HEADER && opcode <= Opcode.DATA_END && walker.length() > 0 && finder.find(at + 1) < 0;
    }

    private long skip(long from) {
        long known = visitor.known(from);
        long found = finder.find(from + 1, Math.min(known, limit));
        if (found < 0 && known == Long.MAX_VALUE) {
            visitor.rest(from);
            return -1;
        }
        long next = found < 0 ? known : found;
        visitor.gap(from, next);
        return next;
    }
}
