package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.FilterWatch;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.LossWatch;
import io.zrs.output.ByteText;
import io.zrs.stats.Pacer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Reports what a source has, once a second by a schedule that is fixed from the start. */
final class Reports {
    private static final double HERTZ = 1;

    /** Often enough that what waits stays little. */
    private static final Duration TURN = Duration.ofMillis(50);

    private final Context context;
    private final Source source;
    private final ReportForm form;
    private final FilterWatch filter;
    private final LossWatch losses;
    private final ByteText out = new ByteText();

    Reports(Context context, Source source, ReportForm form, FilterWatch filter) {
        this.context = context;
        this.filter = filter;
        this.source = source;
        this.form = form;
        losses = new LossWatch(context, source::dropped, "counted", source::lost);
    }

    /**
     * Goes on until there were {@code wanted} reports or the interruption comes, then closes the source.
     *
     * @return whether messages were lost
     */
    boolean run(long wanted) throws IOException, InterruptedException {
        try (Handling interruption = context.interruption().handle()) {
            Pacer pacer = new Pacer(HERTZ, System.nanoTime());
            introduce();
            for (long report = 1; report <= wanted && await(pacer, report, interruption); report++) {
                List<Reading> readings = source.read();
                introduce();
                print(readings);
            }
        }
        // Only then is it known what the master dropped at the end.
        source.close();
        filter.end();
        return losses.end();
    }

    /** Waits for the report to be due; false if interrupted. */
    private boolean await(Pacer pacer, long report, Handling interruption) throws IOException, InterruptedException {
        long wait = pacer.waitNanos(report, System.nanoTime());
        while (wait > 0 && !interruption.await(Duration.ofNanos(Math.min(wait, TURN.toNanos())))) {
            source.turn();
            filter.look();
            introduce();
            wait = pacer.waitNanos(report, System.nanoTime());
        }
        source.turn();
        return !interruption.raised();
    }

    private void introduce() throws IOException {
        source.found().forEach(topic -> form.introduce(out, source.introduction(), topic));
        if (out.length() > 0) {
            out.drainTo(context.out());
            context.out().flush();
        }
    }

    private void print(List<Reading> readings) throws IOException {
        form.append(out, readings, context.clock().instant());
        out.drainTo(context.out());
        context.out().flush();
        for (Reading reading : readings) {
            String remark = reading.figures().remark();
            if (!remark.isEmpty()) {
                context.note(reading.topic() + ": " + remark);
            }
        }
        losses.look();
    }
}
