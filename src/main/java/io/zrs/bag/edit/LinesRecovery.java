package io.zrs.bag.edit;

import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.lines.LineFormat;
import io.zrs.bag.lines.LineScanner;
import io.zrs.bag.mcap.Memory;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the lines of a ZeROSMQ recording that are messages, and ends the last one. */
final class LinesRecovery {
    private static final int TOPIC = 256;
    private static final int BUFFER = 1 << 16;
    private static final int LOOK_EVERY = 64;

    private final WritableByteChannel out;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long written;

    private LinesRecovery(WritableByteChannel out) {
        this.out = out;
    }

    static RecoveryResult recover(Path path, LineFormat format, WritableByteChannel out, EditWatch watch)
            throws IOException, InterruptedException {
        try (FileChannel file = open(path)) {
            return new LinesRecovery(out).run(file, format, watch);
        }
    }

    private static FileChannel open(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot read " + path + ": " + e.getMessage(), "", e);
        }
    }

    private RecoveryResult run(FileChannel file, LineFormat format, EditWatch watch)
            throws IOException, InterruptedException {
        SortedMap<String, Long> saved = new TreeMap<>();
        Findings findings = new Findings();
        byte[] end = ("\r".repeat(format.returns()) + "\n").getBytes(StandardCharsets.US_ASCII);
        LineScanner lines = new LineScanner(file, format, LinesCheck.longest());
        lines.seek(format.start(), file.size(), 1);
        Memory memory = new Memory();
        long messages = 0;
        while (lines.advance()) {
            if (lines.fault().isPresent()) {
                findings.add(
                        lines.line(),
                        Consequence.MESSAGES,
                        "no message: " + lines.fault().get().text());
            } else {
                int from = lines.topicFrom() - timeLength(lines) - 1;
                write(lines.bytes(), from, lines.payloadTo());
                write(end, 0, end.length);
                String topic = new String(
                        lines.bytes(), lines.topicFrom(), lines.topicTo() - lines.topicFrom(), StandardCharsets.UTF_8);
                if (saved.merge(topic, 1L, Long::sum) == 1) {
                    memory.take(TOPIC + (long) Character.BYTES * topic.length());
                }
                messages++;
                if (lines.torn()) {
                    findings.add(lines.line(), Consequence.PART, LinesCheck.TORN);
                }
            }
            if (lines.line() % LOOK_EVERY == 0) {
                watch.look(lines.offset(), messages);
            }
        }
        flush();
        return new RecoveryResult(saved, new TreeMap<>(), true, findings.first(), findings.count(), 0, 0, written);
    }

    /** The line begins with its time, which the scanner does not give the place of. */
    private static int timeLength(LineScanner lines) {
        int length = 0;
        int comma = lines.topicFrom() - 1;
        while (comma - length > 0 && isOfTime(lines.bytes()[comma - length - 1])) {
            length++;
        }
        return length;
    }

    private static boolean isOfTime(byte b) {
        return b >= '0' && b <= '9' || b == '.' || b == '+' || b == '-' || b == 'e' || b == 'E';
    }

    private void write(byte[] bytes, int from, int to) throws IOException {
        if (to - from > buffer.remaining()) {
            flush();
        }
        if (to - from > buffer.capacity()) {
            writeAll(ByteBuffer.wrap(bytes, from, to - from));
        } else {
            buffer.put(bytes, from, to - from);
        }
    }

    private void flush() throws IOException {
        writeAll(buffer.flip());
        buffer.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        written += bytes.remaining();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
