package io.zrs.bag.lines;

import java.util.Arrays;

/**
 * Where in a file which times and channels are: a table of some tens of thousands of rows at most, however long the file.
 * A row stands for some lines that follow each other.
 */
final class LineBlocks {
    private static final int MOST = 1 << 15;
    private static final long FIRST_STRIDE = 1 << 16;

    private long[] offsets = new long[64];
    private long[] lines = new long[64];
    private long[] earliest = new long[64];
    private long[] latest = new long[64];
    private long[] channels = new long[64];
    private long[] latestSoFar = {};
    private int count;
    private long stride = FIRST_STRIDE;
    private long end;

    /** Enters a message. Offsets ascend. */
    void add(long offset, long line, long time, int channel) {
        if (count == 0 || offset - offsets[count - 1] >= stride) {
            begin(offset, line, time);
        }
        int last = count - 1;
        earliest[last] = Math.min(earliest[last], time);
        latest[last] = Math.max(latest[last], time);
        channels[last] |= bit(channel);
    }

    /** No message begins at {@code offset} or behind it. */
    void finish(long offset) {
        end = offset;
        latestSoFar = Arrays.copyOf(latest, count);
        for (int i = 1; i < count; i++) {
            latestSoFar[i] = Math.max(latestSoFar[i], latestSoFar[i - 1]);
        }
    }

    private void begin(long offset, long line, long time) {
        if (count == MOST) {
            merge();
        } else if (count == offsets.length) {
            int length = 2 * count;
            offsets = Arrays.copyOf(offsets, length);
            lines = Arrays.copyOf(lines, length);
            earliest = Arrays.copyOf(earliest, length);
            latest = Arrays.copyOf(latest, length);
            channels = Arrays.copyOf(channels, length);
        }
        offsets[count] = offset;
        lines[count] = line;
        earliest[count] = time;
        latest[count] = time;
        channels[count] = 0;
        count++;
    }

    /** Two rows become one. */
    private void merge() {
        for (int i = 0; i < count / 2; i++) {
            int a = 2 * i;
            int b = a + 1;
            offsets[i] = offsets[a];
            lines[i] = lines[a];
            earliest[i] = Math.min(earliest[a], earliest[b]);
            latest[i] = Math.max(latest[a], latest[b]);
            channels[i] = channels[a] | channels[b];
        }
        count /= 2;
        stride *= 2;
    }

    /** The bit that stands for a channel; channels beyond 64 share those of others. */
    static long bit(int channel) {
        return 1L << channel;
    }

    /** How many rows there are. */
    int count() {
        return count;
    }

    /** Where the lines of a row begin. */
    long offset(int row) {
        return offsets[row];
    }

    /** Where they have ended. */
    long end(int row) {
        return row + 1 < count ? offsets[row + 1] : end;
    }

    /** The number of the first of them. */
    long line(int row) {
        return lines[row];
    }

    /** Whether a row may have messages of these times, both included, and one of these channels. */
    boolean mayHave(int row, long from, long until, long bits) {
        return latest[row] >= from && earliest[row] <= until && (channels[row] & bits) != 0;
    }

    /** The latest time in a row and all before it. */
    long latestUpTo(int row) {
        return latestSoFar[row];
    }
}
