package io.zrs.bag.edit;

import io.zrs.bag.BagInfo;
import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.lines.LineFormat;
import io.zrs.bag.lines.LineScanner;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Looks whether every line of a ZeROSMQ recording is a message. */
final class LinesCheck {
    private static final int LOOK_EVERY = 64;

    static final String TORN = "the last line has no end, and perhaps not all of its payload";

    private LinesCheck() {}

    /** The longest line that is looked at: the heap has to hold it twice. */
    static int longest() {
        return (int) Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / 8);
    }

    static CheckResult check(Path path, LineFormat format, EditWatch watch) throws InterruptedException {
        Findings findings = new Findings();
        long messages = 0;
        long disorder = 0;
        long last = 0;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            LineScanner lines = new LineScanner(file, format, longest());
            lines.seek(format.start(), file.size(), 1);
            while (lines.advance()) {
                if (lines.fault().isPresent()) {
                    findings.add(
                            lines.line(),
                            Consequence.MESSAGES,
                            "no message: " + lines.fault().get().text());
                } else {
                    messages++;
                    disorder += lines.nanos() < last ? 1 : 0;
                    last = lines.nanos();
                }
                if (lines.torn() && lines.fault().isEmpty()) {
                    findings.add(lines.line(), Consequence.PART, TORN);
                }
                if (lines.line() % LOOK_EVERY == 0) {
                    watch.look(lines.offset(), messages);
                }
            }
            return new CheckResult(
                    "ZeROSMQ",
                    findings.count() == 0 ? BagInfo.State.WHOLE : BagInfo.State.DAMAGED,
                    findings.first(),
                    findings.count(),
                    messages,
                    disorder,
                    0,
                    file.size());
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot read " + path + ": " + e.getMessage(), "", e);
        }
    }
}
