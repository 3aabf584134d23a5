package io.zrs.cli.plot;

import io.zrs.output.ByteText;
import io.zrs.output.CsvCell;
import io.zrs.output.StampText;
import io.zrs.plot.NumberText;
import io.zrs.plot.Plot;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Every sample, in a temporary file until the end: only then it is known which columns a table has. As CSV, each message is
 * a row: its time in UTC, the same in seconds from the first on, a column for each series.
 */
final class SampleSpool implements PlotSource.SampleSink, AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int FULL = 1 << 14;
    private static final long NANOS = 1_000_000_000;
    private static final int DECIMALS = 9;

    private final Path file;
    private final DataOutputStream out;
    private long samples;

    SampleSpool() throws IOException {
        file = Files.createTempFile("zrs-plot", ".samples");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    @Override
    public void sample(long nanos, int series, double value, boolean first) throws IOException {
        out.writeBoolean(first);
        out.writeLong(nanos);
        out.writeByte(series);
        out.writeDouble(value);
        samples++;
    }

    /** Writes the table; no sample may follow. */
    void writeCsv(Plot plot, OutputStream csv) throws IOException {
        out.flush();
        ByteText text = new ByteText();
        header(plot, text);
        String[] row = new String[plot.series().size()];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            long start = 0;
            long nanos = -1;
            for (long i = 0; i < samples; i++) {
                boolean first = in.readBoolean();
                long time = in.readLong();
                if (first && nanos >= 0) {
                    row(text, nanos, start, row);
                }
                start = nanos < 0 ? time : start;
                nanos = time;
                row[in.readByte()] = NumberText.of(in.readDouble());
                if (text.length() >= FULL) {
                    text.drainTo(csv);
                }
            }
            if (samples > 0) {
                row(text, nanos, start, row);
            }
        }
        text.drainTo(csv);
    }

    private static void header(Plot plot, ByteText text) {
        text.append("time,seconds");
        plot.series().forEach(series -> {
            text.add(',');
            CsvCell.append(text, series.name().getBytes(StandardCharsets.UTF_8), false);
        });
        text.add('\n');
    }

    private static void row(ByteText text, long nanos, long start, String[] row) {
        StampText.iso(text, Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS));
        text.add(',')
                .append(BigDecimal.valueOf(nanos - start, DECIMALS)
                        .setScale(6, RoundingMode.HALF_EVEN)
                        .toPlainString());
        for (int i = 0; i < row.length; i++) {
            text.add(',');
            if (row[i] != null) {
                text.append(row[i]);
                row[i] = null;
            }
        }
        text.add('\n');
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(file);
        }
    }
}
