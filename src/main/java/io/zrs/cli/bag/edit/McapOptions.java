package io.zrs.cli.bag.edit;

import io.zrs.bag.BagWriter;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.Compression;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** The options that say how an MCAP file is written. */
final class McapOptions {
    private final Argument<Boolean> zstd;
    private final Argument<Boolean> lz4;
    private final Argument<Compression> compression;
    private final Argument<Integer> chunkSize;

    McapOptions(Definition command) {
        zstd = command.flag("-j --zstd", "Compress small, by Zstandard.");
        lz4 = command.flag("--lz4", "Compress fast: what is done anyway.");
        compression = command.option("--compression", "KIND", McapOptions::kind, "none, lz4 or zstd.")
                .completes(ValueKind.choice("none", "lz4", "zstd"));
        chunkSize = command.option(
                        "--chunksize", "SIZE", Quantity::intSize, "Bytes of messages in a chunk, 768KiB if not given.")
                .completes(ValueKind.NONE);
    }

    private static Compression kind(String text) {
        return switch (text) {
            case "none" -> Compression.NONE;
            case "lz4" -> Compression.LZ4;
            case "zstd" -> Compression.ZSTD;
            default ->
                throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no compression", "give none, lz4 or zstd");
        };
    }

    boolean isGiven() {
        return zstd.get()
                || lz4.get()
                || compression.value().isPresent()
                || chunkSize.value().isPresent();
    }

    /** How chunks are compressed. */
    Compression compression() {
        int given = (zstd.get() ? 1 : 0)
                + (lz4.get() ? 1 : 0)
                + (compression.value().isPresent() ? 1 : 0);
        if (given > 1) {
            throw new ZrsException(
                    ErrorCode.INVALID, "--zstd, --lz4 and --compression contradict each other", "give one of them");
        }
        return zstd.get() ? Compression.ZSTD : compression.value().orElse(Compression.LZ4);
    }

    BagWriter writer(WritableByteChannel out, String profile) throws IOException {
        return new McapBagWriter(out, compression(), chunkSize.value().orElse(McapBagWriter.CHUNK_BYTES), profile);
    }
}
