package io.zrs.bag.lines;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * Goes from line to line through a part of a file, with one buffer that grows with the longest line. Of one thread.
 */
public final class LineScanner {
    private static final int BLOCK = 1 << 16;

    /** What tells whether something is the beginning of a message. */
    private static final int LOOK = LineParser.LONGEST_TIME + LineParser.LONGEST_TOPIC + 2;

    private final FileChannel file;
    private final LineFormat format;
    private final int longest;
    private final LineParser parser = new LineParser();
    private final LineParser look = new LineParser();
    private byte[] bytes = new byte[2 * BLOCK];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private long base;
    private long stop;
    private int from;
    private int to;
    private int next;
    private int filled;
    private boolean ended;
    private long offset;
    private long line;
    private long ends;
    private boolean torn;
    private Optional<LineFault> fault = Optional.empty();

    /**
     * A scanner that is nowhere yet.
     *
     * @param file is read at positions of its own: others may read the same
     * @param longest the longest line that is held in memory, in bytes; longer ones are no messages
     */
    public LineScanner(FileChannel file, LineFormat format, int longest) {
        this.file = file;
        this.format = format;
        this.longest = longest;
    }

    /**
     * Goes to where a line begins.
     *
     * @param begin the position in the file, in bytes
     * @param end where to stop: no line is begun there or behind it
     * @param number which line of the file begins there, from 1
     */
    public void seek(long begin, long end, long number) {
        base = begin;
        stop = end;
        from = 0;
        to = 0;
        next = 0;
        filled = 0;
        line = number;
        ends = 0;
        ended = false;
    }

    /**
     * Goes on to the next line that has something in it.
     *
     * @return false if there is none
     * @throws IOException if the file cannot be read
     */
    public boolean advance() throws IOException {
        while (step()) {
            // Editors leave empty lines behind: nothing was ever in them.
            if (fault.isEmpty() || fault.get() != LineFault.EMPTY) {
                return true;
            }
        }
        return false;
    }

    private boolean step() throws IOException {
        line += ends;
        from = next;
        to = next;
        ends = 0;
        torn = false;
        offset = base + from;
        if (offset >= stop || from == filled && !fill()) {
            return false;
        }
        int end = find();
        if (filled - from > longest && (end < 0 || end - from > longest)) {
            skip(end);
            fault = Optional.of(LineFault.TOO_LONG);
            return true;
        }
        torn = end < 0;
        next = torn ? filled : end + 1;
        int last = torn ? filled : end;
        to = last - (torn && format.returns() == 0 ? 0 : returns(last));
        ends += torn ? 1 : 0;
        fault = parser.parse(bytes, from, to);
        return true;
    }

    /** Where the line ends; -1 if the file does, or the line is longer than lines may be. */
    private int find() throws IOException {
        int seen = 0;
        while (true) {
            int end = lineEnd(seen);
            seen = filled - from;
            if (end >= 0 || seen > longest || !fill()) {
                return end;
            }
        }
    }

    /** The end of the line, or -1; counts the line ends on the way, which may be within the payload. */
    private int lineEnd(int seen) throws IOException {
        int i = from + seen;
        while (i < filled) {
            if (bytes[i] == '\n') {
                int at = i - from;
                boolean here = returns(i) >= format.returns() || begins(at + 1);
                i = from + at;
                ends++;
                if (here) {
                    return i;
                }
            }
            i++;
        }
        return -1;
    }

    /** Whether so far behind the beginning of this line a message begins, or the file ends. What is kept may move. */
    private boolean begins(int ahead) throws IOException {
        while (filled - from - ahead < LOOK && !ended) {
            fill();
        }
        int begin = from + ahead;
        return begin == filled
                || look.parse(bytes, begin, Math.min(filled, begin + LOOK)).isEmpty();
    }

    private int returns(int end) {
        int most = Math.max(1, format.returns());
        int count = 0;
        while (count < most && end - count > from && bytes[end - count - 1] == '\r') {
            count++;
        }
        return count;
    }

    /** Over a line of which none is kept. */
    private void skip(int end) throws IOException {
        int i = end < 0 ? filled : end;
        boolean found = end >= 0;
        while (!found) {
            from = filled;
            i = filled;
            if (!fill()) {
                torn = true;
                ends++;
                break;
            }
            i = from;
            while (i < filled && bytes[i] != '\n') {
                i++;
            }
            found = i < filled;
            ends += found ? 1 : 0;
        }
        next = found ? i + 1 : filled;
        from = next;
        to = next;
    }

    /** Reads some more; what is kept may move. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (filled + BLOCK > bytes.length) {
            makeRoom();
        }
        view.limit(filled + BLOCK).position(filled);
        int count = file.read(view, base + filled);
        ended = count < 0;
        filled += Math.max(count, 0);
        return !ended;
    }

    private void makeRoom() {
        int kept = filled - from;
        byte[] target = bytes;
        if (kept + BLOCK > bytes.length) {
            target = new byte[(int) Math.min(2L * bytes.length, (long) longest + 4 * BLOCK)];
            view = ByteBuffer.wrap(target);
        }
        System.arraycopy(bytes, from, target, 0, kept);
        bytes = target;
        base += from;
        from = 0;
        filled = kept;
    }

    /** The position of the line in the file, in bytes. */
    public long offset() {
        return offset;
    }

    /** The position behind the line and its end. */
    public long nextOffset() {
        return base + next;
    }

    /** Which line of the file this is, from 1, as editors count them. */
    public long line() {
        return line;
    }

    /** Which line of the file the next is. */
    public long nextLine() {
        return line + ends;
    }

    /** Whether the file ends without an end of this line, so that some of it may be missing. */
    public boolean torn() {
        return torn;
    }

    /** What is wrong with the line; empty if it is a message. */
    public Optional<LineFault> fault() {
        return fault;
    }

    /** When the message came: nanoseconds from what {@link LineFormat#absolute} says. */
    public long nanos() {
        return parser.nanos();
    }

    /** What the positions are in; until the next {@link #advance}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the name of the message's topic begins. */
    public int topicFrom() {
        return parser.topicFrom();
    }

    /** Where it has ended. */
    public int topicTo() {
        return parser.topicTo();
    }

    /** Where the payload begins. */
    public int payloadFrom() {
        return parser.payloadFrom();
    }

    /** Where it has ended. */
    public int payloadTo() {
        return to;
    }
}
