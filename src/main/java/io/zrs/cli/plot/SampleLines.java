package io.zrs.cli.plot;

import io.zrs.cli.command.Context;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.plot.NumberText;
import io.zrs.plot.Plot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Samples as JSON, a line each, on standard output. */
final class SampleLines implements PlotSource.SampleSink {
    private static final int FULL = 1 << 14;
    private static final long NANOS = 1_000_000_000;

    private final Context context;
    private final Plot plot;
    private final ByteText out = new ByteText();

    SampleLines(Context context, Plot plot) {
        this.context = context;
        this.plot = plot;
    }

    @Override
    public void sample(long nanos, int series, double value, boolean first) throws IOException {
        byte[] number = NumberText.of(value).getBytes(StandardCharsets.US_ASCII);
        new JsonLine(out)
                .stamp(Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS))
                .field("series", plot.series().get(series).name())
                .value("value", number, 0, number.length)
                .end();
        if (out.length() >= FULL) {
            flush();
        }
    }

    /** Writes what is left; to be called whenever nothing more waits. */
    void flush() throws IOException {
        if (out.length() > 0) {
            out.drainTo(context.out());
            context.out().flush();
        }
    }
}
