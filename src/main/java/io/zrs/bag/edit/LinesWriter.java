package io.zrs.bag.edit;

import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagRecord;
import io.zrs.bag.BagWriter;
import io.zrs.bag.lines.LineParser;
import io.zrs.text.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Writes a ZeROSMQ recording: a line {@code ms,TOPIC,payload} for each message that fits one. What does not is counted: bytes that
 * are not UTF-8, line ends, names of topics with commas or blanks, attachments, metadata.
 */
public final class LinesWriter implements BagWriter {
    private static final int BUFFER = 1 << 16;
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int NANO_DIGITS = 6;

    private final WritableByteChannel out;
    private final long zero;
    private final LineParser parser = new LineParser();
    private byte[] buffer = new byte[BUFFER];
    private int length;
    private long written;
    private long refusedBytes;
    private long refusedLineEnds;
    private long refusedTopics;
    private long refusedTimes;
    private long metadata;
    private long attachments;
    private long others;
    private boolean closed;

    /**
     * A writer to {@code out}, which is closed with this.
     *
     * @param zero the log time that becomes 0: the recording's start, or 0 for times since 1970
     */
    public LinesWriter(WritableByteChannel out, long zero) {
        this.out = out;
        this.zero = zero;
    }

    @Override
    public void write(BagMessage message) throws IOException {
        byte[] payload = message.payload();
        if (!Utf8.isValid(payload)) {
            refusedBytes++;
        } else if (hasLineEnd(payload)) {
            refusedLineEnds++;
        } else {
            writeLine(message, payload);
        }
    }

    private static boolean hasLineEnd(byte[] payload) {
        for (byte b : payload) {
            if (b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private void writeLine(BagMessage message, byte[] payload) throws IOException {
        byte[] head = (time(message.logTime() - zero) + "," + message.channel().topic() + ",")
                .getBytes(StandardCharsets.UTF_8);
        // Whatever the reader would not take for this very topic and time must not be written.
        if (message.logTime() - zero < 0) {
            refusedTimes++;
        } else if (parser.parse(head, 0, head.length).isPresent() || parser.topicTo() != head.length - 1) {
            refusedTopics++;
        } else {
            append(head);
            append(payload);
            append(new byte[] {'\r', '\n'});
        }
    }

    /** Milliseconds with as many decimals as are needed, as Python writes a float that has few. */
    private static String time(long nanos) {
        long fraction = nanos % NANOS_OF_MILLI;
        if (nanos < 0 || fraction == 0) {
            return nanos / NANOS_OF_MILLI + ".0";
        }
        String digits = Long.toString(NANOS_OF_MILLI + fraction).substring(1);
        int end = NANO_DIGITS;
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return nanos / NANOS_OF_MILLI + "." + digits.substring(0, end);
    }

    private void append(byte[] bytes) throws IOException {
        if (length + bytes.length > buffer.length) {
            flush();
        }
        if (bytes.length > buffer.length) {
            writeAll(bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
        }
    }

    private void flush() throws IOException {
        writeAll(buffer, length);
        length = 0;
    }

    private void writeAll(byte[] bytes, int count) throws IOException {
        ByteBuffer view = ByteBuffer.wrap(bytes, 0, count);
        while (view.hasRemaining()) {
            out.write(view);
        }
        written += count;
    }

    @Override
    public void write(BagRecord other) {
        others++;
    }

    @Override
    public void write(BagMetadata ignored) {
        metadata++;
    }

    @Override
    public void write(BagAttachment attachment, byte[] data) {
        attachments++;
    }

    @Override
    public long bytes() {
        return written + length;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                flush();
            }
        }
    }

    /** What did not fit. */
    public Refused refused() {
        return new Refused(refusedBytes, refusedLineEnds, refusedTopics, refusedTimes, metadata, attachments, others);
    }

    /**
     * How much of what a bag has no line can hold.
     *
     * @param bytes messages that are not UTF-8
     * @param lineEnds messages with line ends in them
     * @param topics messages whose topic's name has commas, blanks or more than 1024 bytes
     * @param times messages from before the start, or after the year 2262
     * @param others records of kinds that zrs does not know
     */
    public record Refused(
            long bytes, long lineEnds, long topics, long times, long metadata, long attachments, long others) {
        /** How many messages were not written. */
        public long messages() {
            return bytes + lineEnds + topics + times;
        }
    }
}
