package io.zrs.zmtp;

import java.nio.ByteBuffer;

/**
 * Finds whole messages in a stream of bytes that arrives in pieces. It copies nothing and allocates nothing: it reports
 * runs of adjacent whole messages by where they start and end.
 */
final class FrameDecoder {
    /** Takes what is found. */
    interface Sink {
        /** Whether the message may pass whose first frame's body stands between {@code start} and {@code end}. */
        boolean accepts(ByteBuffer bytes, int start, int end);

        /** {@code messages} whole messages stand between {@code start} and {@code end}. */
        void run(int start, int end, int messages) throws ZmtpViolation;

        /** A message did not pass. */
        void rejected() throws ZmtpViolation;

        /** A command's body stands between {@code start} and {@code end}. */
        void command(int start, int end) throws ZmtpViolation;
    }

    private final int maxMessageBytes;
    private final int maxCommandBytes;

    private int parsed;
    private long needed;
    private int largest;

    FrameDecoder(int maxMessageBytes, int maxCommandBytes) {
        this.maxMessageBytes = maxMessageBytes;
        this.maxCommandBytes = maxCommandBytes;
    }

    /**
     * Decodes what stands between {@code start} and {@code limit}. The bytes from the returned position on belong to an
     * unfinished message and must come again, with more behind them, in the next call.
     *
     * @return where the unfinished message starts; {@code limit} if there is none
     */
    int decode(ByteBuffer bytes, int start, int limit, Sink sink) throws ZmtpViolation {
        int runStart = start;
        int message = start;
        int frame = start + parsed;
        int messages = 0;
        largest = 0;
        needed = 0;
        while (limit - frame >= Frames.SHORT_HEADER) {
            int flags = bytes.get(frame);
            if (!Frames.isValid(flags)) {
                throw new ZmtpViolation("a frame with reserved flags");
            }
            int body = frame + Frames.headerBytes(flags);
            if (body > limit) {
                break;
            }
            long bodyBytes = Frames.bodyBytes(bytes, frame);
            boolean command = (flags & Frames.COMMAND) != 0;
            checkSize(bodyBytes, command, body - message);
            if (bodyBytes > limit - body) {
                needed = body - message + bodyBytes;
                break;
            }
            int end = body + (int) bodyBytes;
            if (command) {
                if (messages > 0) {
                    sink.run(runStart, message, messages);
                    messages = 0;
                }
                sink.command(body, end);
                message = closeGap(bytes, message, frame, end);
                runStart = message;
            } else if ((flags & Frames.MORE) == 0) {
                boolean single = message == frame;
                int first = single ? body : Frames.bodyStart(bytes, message);
                if (sink.accepts(bytes, first, single ? end : Frames.frameEnd(bytes, message))) {
                    messages++;
                } else {
                    if (messages > 0) {
                        sink.run(runStart, message, messages);
                        messages = 0;
                    }
                    sink.rejected();
                    runStart = end;
                }
                largest = Math.max(largest, end - message);
                message = end;
            }
            frame = end;
        }
        if (messages > 0) {
            sink.run(runStart, message, messages);
        }
        parsed = frame - message;
        return message;
    }

    private void checkSize(long bodyBytes, boolean command, int before) throws ZmtpViolation {
        if (bodyBytes < 0) {
            throw new ZmtpViolation("a frame of negative length");
        }
        if (command && bodyBytes > maxCommandBytes) {
            throw new ZmtpViolation("a command longer than " + maxCommandBytes + " bytes");
        }
        if (!command && bodyBytes > maxMessageBytes - before) {
            throw new ZmtpViolation("a message longer than " + maxMessageBytes + " bytes");
        }
    }

    /** A peer may put a PING between two parts of a message: the parts before it move up to those behind it. */
    private static int closeGap(ByteBuffer bytes, int message, int command, int commandEnd) {
        int before = command - message;
        for (int i = 1; i <= before; i++) {
            bytes.put(commandEnd - i, bytes.get(command - i));
        }
        return commandEnd - before;
    }

    /** How many bytes the unfinished message has for sure, as far as its headers tell; 0 if they do not tell yet. */
    long needed() {
        return needed;
    }

    /** The size of the largest message of the last call, in bytes with its headers. */
    int largest() {
        return largest;
    }
}
