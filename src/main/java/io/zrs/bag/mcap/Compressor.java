package io.zrs.bag.mcap;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/** Compresses the records of chunks. For one thread. */
sealed interface Compressor {
    /** Adds the compressed form of the first {@code length} bytes of {@code source}. */
    void compress(byte[] source, int length, ByteBuilder into);

    /** By this kind, which is not {@link Compression#NONE}. */
    static Compressor of(Compression kind) {
        return kind == Compression.ZSTD ? new Zstd() : new Lz4();
    }

    /** Without a checksum of its own: the chunk has one. */
    final class Lz4 implements Compressor {
        private final LZ4Compressor compressor = LZ4Factory.safeInstance().fastCompressor();
        private final XXHash32 hash = XXHashFactory.safeInstance().hash32();

        @Override
        public void compress(byte[] source, int length, ByteBuilder into) {
            OutputStream out = new OutputStream() {
                @Override
                public void write(int value) {
                    into.u8(value);
                }

                @Override
                public void write(byte[] bytes, int from, int count) {
                    into.raw(bytes, from, count);
                }
            };
            try (OutputStream frame = new LZ4FrameOutputStream(
                    out, BLOCKSIZE.SIZE_256KB, -1, compressor, hash, FLG.Bits.BLOCK_INDEPENDENCE)) {
                frame.write(source, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One frame. */
    final class Zstd implements Compressor {
        private final ZstdCompressor compressor = new ZstdCompressor();

        @Override
        public void compress(byte[] source, int length, ByteBuilder into) {
            int most = compressor.maxCompressedLength(length);
            into.reserve(most);
            int start = into.length();
            int written = compressor.compress(source, 0, length, into.array(), start, most);
            into.truncate(start + written);
        }
    }
}
