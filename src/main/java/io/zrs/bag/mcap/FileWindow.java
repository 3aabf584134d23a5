package io.zrs.bag.mcap;

/** A part of a file in memory, for who reads a little here and a little there: mostly forwards, so that few reads do. For one thread. */
final class FileWindow {
    private static final int SMALL = 4 << 10;

    /** How much is read at once in the end, by who reads one after the other. */
    static final int LARGE = 64 << 10;

    private final McapFile file;
    private byte[] bytes = new byte[0];
    private long start;
    private int length;
    private int refill = SMALL;

    FileWindow(McapFile file) {
        this.file = file;
    }

    McapFile file() {
        return file;
    }

    /** What is in memory; another array after {@link #at}. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Where in {@link #bytes()} those at {@code place} are.
     *
     * @param count how many are needed; the file must have them
     * @param limit where in the file nothing more is needed
     */
    int at(long place, int count, long limit) {
        if (place >= start && place + count <= start + length) {
            return (int) (place - start);
        }
        boolean near = place >= start && place <= start + length;
        refill = near ? Math.min(LARGE, 2 * refill) : SMALL;
        int wanted = (int) Math.max(count, Math.min(limit - place, refill));
        if (bytes.length < wanted) {
            bytes = new byte[wanted];
        }
        length = 0;
        file.read(place, bytes, 0, wanted);
        start = place;
        length = wanted;
        return 0;
    }
}
