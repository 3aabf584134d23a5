package io.zrs.drawing.raster;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * PNG (ISO/IEC 15948), row by row: eight bits each of red, green and blue. Java's own encoder looks for plug-ins first and
 * wants all pixels at once.
 */
final class PngEncoder implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK = 1 << 16;
    private static final byte BITS = 8;
    private static final byte TRUE_COLOUR = 2;

    /** The filter that stores the difference from the row above: most rows of a drawing are much like it. */
    private static final byte UP = 2;

    private static final double POINTS_PER_METRE = 72 / 0.0254;

    private final OutputStream out;
    private final Pixels size;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    private final byte[] compressed = new byte[CHUNK];
    private int used;
    private byte[] row;
    private byte[] above;
    private final byte[] filtered;

    PngEncoder(OutputStream out, Pixels size, String title) throws IOException {
        this.out = out;
        this.size = size;
        row = new byte[3 * size.width()];
        above = new byte[row.length];
        filtered = new byte[row.length + 1];
        out.write(SIGNATURE);
        header();
        resolution();
        chunk("iTXt", ("Title\0\0\0\0\0" + title.replace('\0', ' ')).getBytes(StandardCharsets.UTF_8));
    }

    private void header() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(size.width());
        data.writeInt(size.height());
        data.write(new byte[] {BITS, TRUE_COLOUR, 0, 0, 0});
        chunk("IHDR", bytes.toByteArray());
        chunk("sRGB", new byte[1]);
    }

    private void resolution() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        int perMetre = (int) Math.round(size.scale() * POINTS_PER_METRE);
        data.writeInt(perMetre);
        data.writeInt(perMetre);
        data.writeByte(1);
        chunk("pHYs", bytes.toByteArray());
    }

    /** The next row: as many pixels, {@code 0xrrggbb}, as the picture is wide. */
    void row(int[] pixels, int from) throws IOException {
        byte[] last = above;
        above = row;
        row = last;
        for (int i = 0, at = 0; i < size.width(); i++) {
            int pixel = pixels[from + i];
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
        }
        filtered[0] = UP;
        for (int i = 0; i < row.length; i++) {
            filtered[i + 1] = (byte) (row[i] - above[i]);
        }
        deflater.setInput(filtered);
        while (!deflater.needsInput()) {
            deflate();
        }
    }

    private void deflate() throws IOException {
        used += deflater.deflate(compressed, used, CHUNK - used);
        if (used == CHUNK) {
            flush();
        }
    }

    private void flush() throws IOException {
        chunk("IDAT", used == CHUNK ? compressed : Arrays.copyOf(compressed, used));
        used = 0;
    }

    /** After the last row. */
    void finish() throws IOException {
        deflater.finish();
        while (!deflater.finished()) {
            deflate();
        }
        if (used > 0) {
            flush();
        }
        chunk("IEND", new byte[0]);
        out.flush();
    }

    private void chunk(String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) sum.getValue());
        data.flush();
    }

    /** Frees the compressor; the stream stays open. */
    @Override
    public void close() {
        deflater.end();
    }
}
