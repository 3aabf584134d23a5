package io.zrs.bag.mcap;

import io.airlift.compress.zstd.ZstdDecompressor;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks the records of chunks. For one thread. */
sealed interface Decompressor {
    /** Of a name that is not known, no more is repeated. */
    int LONGEST_NAME = 32;

    /**
     * Unpacks {@code length} bytes at {@code from} into the first {@code size} bytes of {@code into}.
     *
     * @param cut the bytes are not all that there were: unpacks as far as it goes, and finds nothing wrong
     * @return how many bytes there are; {@code size} unless {@code cut}
     * @throws MalformedException if the bytes are not of this form, or are not {@code size} bytes unpacked
     */
    int unpack(byte[] source, int from, int length, byte[] into, int size, boolean cut);

    /** By its name in a chunk; null for {@link Compression#NONE}. */
    static Decompressor of(String wireName) {
        if (wireName.equals(Compression.NONE.wireName())) {
            return null;
        } else if (wireName.equals(Compression.LZ4.wireName())) {
            return new Lz4();
        } else if (wireName.equals(Compression.ZSTD.wireName())) {
            return new Zstd();
        }
        String name = wireName.substring(0, Math.min(LONGEST_NAME, wireName.length()));
        throw new MalformedException("its compression is \"" + name + "\", which is not known; lz4 and zstd are");
    }

    /** See {@link Lz4Frames}. */
    final class Lz4 implements Decompressor {
        private final Lz4Frames frames = new Lz4Frames();

        @Override
        public int unpack(byte[] source, int from, int length, byte[] into, int size, boolean cut) {
            return frames.unpack(source, from, length, into, size, cut);
        }
    }

    /** One frame or several. */
    final class Zstd implements Decompressor {
        private final ZstdDecompressor decompressor = new ZstdDecompressor();

        @Override
        public int unpack(byte[] source, int from, int length, byte[] into, int size, boolean cut) {
            if (cut) {
                return start(source, from, length, into, size);
            }
            int unpacked;
            try {
                unpacked = decompressor.decompress(source, from, length, into, 0, size);
            } catch (RuntimeException e) {
                // What it throws for damaged input is not of one type.
                throw new MalformedException("its zstd frame is damaged (" + e.getMessage() + ")", e);
            }
            if (unpacked != size) {
                throw new MalformedException("it has " + unpacked + " bytes unpacked, not " + size);
            }
            return unpacked;
        }

        private static int start(byte[] source, int from, int length, byte[] into, int size) {
            int unpacked = 0;
            try (InputStream frame = new ZstdInputStream(new ByteArrayInputStream(source, from, length))) {
                while (unpacked < size) {
                    int read = frame.read(into, unpacked, size - unpacked);
                    if (read < 0) {
                        break;
                    }
                    unpacked += read;
                }
            } catch (IOException | RuntimeException e) {
                // That it ends somewhere is known.
                return unpacked;
            }
            return unpacked;
        }
    }
}
