package io.zrs.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a job writes, as whole lines, each with the job's label where it needs one. */
final class JobOutput extends OutputStream {
    /** A line without an end is not kept for ever. */
    private static final int LONGEST = 1 << 16;

    private final Voice voice;
    private final Supplier<String> label;
    private final UnaryOperator<String> harmless;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    /**
     * To {@code voice}.
     *
     * @param label what stands before each line; may be empty
     * @param harmless makes what a terminal shall not obey visible
     */
    JobOutput(Voice voice, Supplier<String> label, UnaryOperator<String> harmless) {
        this.voice = voice;
        this.label = label;
        this.harmless = harmless;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) throws IOException {
        int last = from + count - 1;
        while (last >= from && bytes[last] != '\n') {
            last--;
        }
        if (last >= from) {
            begun.write(bytes, from, last - from);
            tell();
            begun.write(bytes, last + 1, from + count - last - 1);
        } else {
            begun.write(bytes, from, count);
        }
        if (begun.size() > LONGEST) {
            tell();
        }
    }

    private void tell() throws IOException {
        String lines = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        String prefix = label.get();
        StringBuilder text = new StringBuilder();
        for (String line : lines.split("\n", -1)) {
            text.append(text.isEmpty() ? "" : "\n").append(prefix).append(harmless.apply(line));
        }
        voice.results(text.toString());
    }

    @Override
    public synchronized void close() throws IOException {
        if (begun.size() > 0) {
            tell();
        }
    }
}
