package io.zrs.bag.mcap;

/**
 * A part of a file that has messages: a chunk, or a run of records outside of chunks.
 *
 * @param start where its first record begins, in bytes from the start of the file
 * @param length how long its records are, without the message indexes behind a chunk
 * @param indexLength how long those are; 0: there are none
 * @param startTime the earliest log time in it, as the file says
 * @param endTime the latest
 * @param messages how many there are; negative: that is not known
 * @param channels the numbers of their channels, ascending; null: that is not known
 * @param kind what it is
 * @param compression the name of its compression; empty without
 * @param storedBytes how many bytes its records have in the file
 * @param bytes how many bytes its records have
 */
public record Stretch(
        long start,
        long length,
        long indexLength,
        long startTime,
        long endTime,
        long messages,
        char[] channels,
        Kind kind,
        String compression,
        long storedBytes,
        long bytes) {
    /** What it is in the file. */
    public enum Kind {
        /** A chunk. */
        CHUNK,
        /** A chunk at the end of a file that has only the start of it. */
        CUT_CHUNK,
        /** Records outside of chunks. */
        LOOSE
    }

    /** Where it ends, without the message indexes. */
    public long end() {
        return start + length;
    }

    Stretch withIndexes(long longer) {
        return new Stretch(
                start, length, longer, startTime, endTime, messages, channels, kind, compression, storedBytes, bytes);
    }

    Stretch withLength(long known) {
        return new Stretch(start, known, indexLength, startTime, endTime, messages, channels, kind, "", known, known);
    }

    Stretch with(long count, char[] known, long earliest, long latest) {
        return new Stretch(
                start, length, indexLength, earliest, latest, count, known, kind, compression, storedBytes, bytes);
    }
}
