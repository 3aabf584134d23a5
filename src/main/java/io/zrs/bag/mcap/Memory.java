package io.zrs.bag.mcap;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of the heap a file's claims may take: who keeps something for each part of a file takes what that needs, and is refused
 * when all parts together need more than a sixth of the heap. For one thread.
 */
public final class Memory {
    /** How much larger than its bytes a record's objects may be: a map of short strings. */
    static final int OBJECTS = 12;

    private static final int CHUNK_PART = 8;
    private static final int ONCE_PART = 4;
    private static final int CURSOR_PART = 6;
    private static final int INDEX_PART = 6;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;
    private static final String REMEDY = "give it more with ZRS_JAVA_OPTS=-Xmx8g, or as much as this machine has";

    private static final int CHUNK = 160;
    private static final int BESIDE = 256;
    private static final int LARGEST_SHARED = 4096;

    private final long index = heap() / INDEX_PART;
    private final Map<CharBuffer, char[]> channels = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private long taken;

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    /** What the messages of all open chunks of one cursor may take. */
    static long forCursor() {
        return heap() / CURSOR_PART;
    }

    /** The most that one chunk or record may have, as it is and unpacked. */
    static long largest() {
        return Math.min(LARGEST_ARRAY, heap() / CHUNK_PART);
    }

    /**
     * Checks the size of something that is read, given to the caller and forgotten, such as an attachment.
     *
     * @param what has the size
     */
    static int checkedOnce(long size, String what) {
        return checked(size, Math.min(LARGEST_ARRAY, heap() / ONCE_PART), what);
    }

    /**
     * Checks a size, of whatever sign, and makes it one for an array.
     *
     * @param what has the size, such as {@code a chunk}
     */
    static int checked(long size, String what) {
        return checked(size, largest(), what);
    }

    private static int checked(long size, long most, String what) {
        if (size < 0 || size > most) {
            throw new ZrsException(
                    ErrorCode.IO,
                    what + " of " + Long.toUnsignedString(size) + " bytes is more than memory has room for",
                    REMEDY);
        }
        return (int) size;
    }

    /** Nothing taken yet. */
    public Memory() {}

    /** Takes what one chunk needs. */
    void takeChunk() {
        take(CHUNK);
    }

    /** The same array for the same numbers: most chunks have the channels of the one before. */
    char[] shared(char[] numbers) {
        char[] known = channels.get(CharBuffer.wrap(numbers));
        if (known == null) {
            take(CHUNK + (long) Character.BYTES * numbers.length);
            if (channels.size() < LARGEST_SHARED) {
                channels.put(CharBuffer.wrap(numbers), numbers);
            }
            return numbers;
        }
        return known;
    }

    /** The same string for the same name. */
    String shared(String name) {
        String known = names.get(name);
        if (known == null) {
            take(CHUNK + (long) Character.BYTES * name.length());
            if (names.size() < LARGEST_SHARED) {
                names.put(name, name);
            }
            return name;
        }
        return known;
    }

    /** Takes what a schema needs. */
    public void take(McapRecord.Schema schema) {
        take(BESIDE + schema.data().length + text(schema.name()) + text(schema.encoding()));
    }

    /** Takes what a channel needs. */
    public void take(McapRecord.Channel channel) {
        take(BESIDE + text(channel.topic()) + text(channel.messageEncoding()) + text(channel.metadata()));
    }

    /** Takes what metadata need. */
    public void take(McapRecord.Metadata metadata) {
        take(BESIDE + text(metadata.name()) + text(metadata.metadata()));
    }

    private static long text(Map<String, String> map) {
        long sum = 0;
        for (Map.Entry<String, String> entry : map.entrySet()) {
            sum += BESIDE + text(entry.getKey()) + text(entry.getValue());
        }
        return sum;
    }

    /** A name may be there twice: as what it is, and as what it is found by. */
    private static long text(String text) {
        return 2L * Character.BYTES * text.length();
    }

    /**
     * Takes so many bytes for what is known of the whole file.
     *
     * @throws ZrsException {@link ErrorCode#IO} if that is too much
     */
    public void take(long bytes) {
        taken += bytes;
        if (taken > index) {
            throw new ZrsException(
                    ErrorCode.IO, "the file has more parts, or longer names, than memory has room for", REMEDY);
        }
    }
}
