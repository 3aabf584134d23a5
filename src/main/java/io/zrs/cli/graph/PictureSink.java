package io.zrs.cli.graph;

import io.zrs.graph.GraphView;
import java.io.IOException;
import java.util.Arrays;

/** Writes a picture again when it changes: a file as a whole, standard output one after the other. */
final class PictureSink implements GraphSink {
    private final GraphFormat format;
    private final Setting setting;
    private final Writer writer;
    private byte[] last;

    /** Where a picture goes. */
    @FunctionalInterface
    interface Writer {
        void write(byte[] picture) throws IOException;
    }

    PictureSink(GraphFormat format, Setting setting, Writer writer) {
        this.format = format;
        this.setting = setting;
        this.writer = writer;
    }

    @Override
    public void show(GraphView view) throws IOException {
        byte[] picture = format.write(view, setting);
        if (!Arrays.equals(picture, last)) {
            writer.write(picture);
            last = picture;
        }
    }
}
