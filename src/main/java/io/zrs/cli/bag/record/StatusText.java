package io.zrs.cli.bag.record;

import io.zrs.bag.record.Recorder;
import io.zrs.output.Amount;
import io.zrs.output.Decimal;
import io.zrs.stats.Throughput;
import java.util.concurrent.TimeUnit;

/** What a status line says. */
final class StatusText {
    private static final int MINUTE = 60;
    private static final double MEGABYTE = 1e6;

    private StatusText() {}

    /** In one line of at most so many characters, the less important left out where there is no room. */
    static String of(Recorder.Status status, Throughput rate, boolean waitingForTrigger, int columns) {
        String time = time(status.nanos());
        String count = Amount.of(status.messages(), "message");
        String rates = rate.known()
                ? ", " + Math.round(rate.messagesPerSecond()) + "/s, "
                        + Decimal.fixed(rate.bytesPerSecond() / MEGABYTE, 1) + " MB/s"
                : "";
        String lost = status.lost() == 0 ? "" : "; " + status.lost() + " LOST";
        String size = waitingForTrigger && status.file().isEmpty()
                ? "; waiting for --when"
                : "; " + Amount.bytes(status.written()) + " on disk";
        String waiting = status.waiting() < 10 * MEGABYTE ? "" : ", " + Amount.bytes(status.waiting()) + " wait";
        String text = time + "  " + count + rates + lost;
        text = fits(text, size, columns);
        return fits(text, waiting, columns);
    }

    private static String fits(String text, String more, int columns) {
        return text.length() + more.length() < columns ? text + more : text;
    }

    /** As {@code 1:02:03}. */
    static String time(long nanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
        long minutes = seconds / MINUTE;
        return minutes / MINUTE + two(minutes % MINUTE) + two(seconds % MINUTE);
    }

    private static String two(long number) {
        return (number < 10 ? ":0" : ":") + number;
    }
}
