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

        /** The message between {@code start} and {@code end} did not pass. */
        void rejected(int start, int end) throws ZmtpViolation;

        /** A command's body stands between {@code start} and {@code end}. */
        void command(int start, int end) throws ZmtpViolation;
    }

    private static final String MAX_COMMAND_OPTION = "--max-control";

    private final int maxMessageBytes;
    private final String maxMessageOption;
    private final int maxCommandBytes;

    private int parsed;
    private int gapBytes;
    private long needed;
    private int largest;

    FrameDecoder(int maxMessageBytes, String maxMessageOption, int maxCommandBytes) {
        this.maxMessageBytes = maxMessageBytes;
        this.maxMessageOption = maxMessageOption;
        this.maxCommandBytes = maxCommandBytes;
    }

    /**
     * Decodes what stands between {@code start} and {@code limit}. The bytes from the returned position on belong to an
     * unfinished message and must come again, with more behind them, in the next call.
     *
     * @return where the unfinished message starts; {@code limit} if there is none
     * @throws ZmtpViolation if the stream cannot go on; the whole messages before that were reported
     */
    int decode(ByteBuffer bytes, int start, int limit, Sink sink) throws ZmtpViolation {
        int runStart = start;
        int message = start;
        int frame = start + parsed;
        int messages = 0;
        String fault = null;
        largest = 0;
        needed = 0;
        while (limit - frame >= Frames.SHORT_HEADER) {
            int flags = bytes.get(frame);
            int body = frame + Frames.headerBytes(flags);
            if (body > limit) {
                break;
            }
            long bodyBytes = Frames.bodyBytes(bytes, frame);
            fault = faultOf(flags, bodyBytes, body - message - gapBytes);
            if (fault != null) {
                break;
            }
            if (bodyBytes > limit - body) {
                needed = body - message + bodyBytes;
                break;
            }
            boolean whole = message == frame;
            int end = body + (int) bodyBytes;
            if ((flags & Frames.COMMAND) != 0) {
                messages = report(runStart, message, messages, sink);
                sink.command(body, end);
                gapBytes += whole ? 0 : end - frame;
                message = whole ? end : message;
                runStart = message;
            } else if ((flags & Frames.MORE) == 0) {
                int messageEnd = gapBytes == 0 ? end : closeGaps(bytes, message, end);
                int first = whole ? body : Frames.bodyStart(bytes, message);
                boolean accepted = sink.accepts(bytes, first, whole ? end : Frames.frameEnd(bytes, message));
                messages += accepted ? 1 : 0;
                if (!accepted || messageEnd < end) {
                    messages = report(runStart, accepted ? messageEnd : message, messages, sink);
                    runStart = end;
                }
                if (!accepted) {
                    sink.rejected(message, messageEnd);
                }
                largest = Math.max(largest, messageEnd - message);
                message = end;
            }
            frame = end;
        }
        report(runStart, message, messages, sink);
        if (fault != null) {
            throw new ZmtpViolation(fault);
        }
        parsed = frame - message;
        return message;
    }

    private static int report(int start, int end, int messages, Sink sink) throws ZmtpViolation {
        if (messages > 0) {
            sink.run(start, end, messages);
        }
        return 0;
    }

    /** What is wrong with a header, behind {@code before} bytes of the same message; null if nothing is. */
    private String faultOf(int flags, long bodyBytes, int before) {
        if (!Frames.isValid(flags)) {
            return "a frame with reserved flags";
        }
        if (bodyBytes < 0) {
            return "a frame of negative length";
        }
        if ((flags & Frames.COMMAND) == 0) {
            return bodyBytes > maxMessageBytes - before
                    ? tooLong("a message", maxMessageBytes, maxMessageOption)
                    : null;
        }
        if (bodyBytes > maxCommandBytes) {
            return tooLong("a command", maxCommandBytes, MAX_COMMAND_OPTION);
        }
        return gapBytes > maxCommandBytes ? "too many commands within one message" : null;
    }

    private static String tooLong(String what, int limit, String option) {
        return what + " longer than " + limit + " bytes (" + option + ")";
    }

    /**
     * A peer may put a PING between two parts of a message: once all parts are there they move together, in one go,
     * because moving them at each command would let a peer make much work with few bytes.
     *
     * @return where the message ends now
     */
    private int closeGaps(ByteBuffer bytes, int message, int end) {
        int to = message;
        int at = message;
        while (at < end) {
            int from = at;
            while (at < end && !Frames.isCommand(bytes, at)) {
                at = Frames.frameEnd(bytes, at);
            }
            bytes.put(to, bytes, from, at - from);
            to += at - from;
            if (at < end) {
                at = Frames.frameEnd(bytes, at);
            }
        }
        gapBytes = 0;
        return to;
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
