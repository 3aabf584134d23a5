package io.zrs.cli.bag.record;

import io.zrs.bag.mcap.Compression;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ValueKind;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The options that say how chunks are compressed. */
final class CompressionOptions {
    private final Argument<Boolean> zstd;
    private final Argument<Boolean> lz4;
    private final Argument<Compression> kind;

    CompressionOptions(Definition command) {
        zstd = command.flag("-j --zstd", "Compress by Zstandard: smaller, slower.");
        lz4 = command.flag("--lz4", "Compress by LZ4, as without any option.");
        kind = command.option("--compression", "KIND", CompressionOptions::parse, "Compress by none, lz4 or zstd.")
                .completes(ValueKind.choice("none", "lz4", "zstd"));
        command.alias(kind, "--compression-format");
    }

    private static Compression parse(String text) {
        for (Compression compression : Compression.values()) {
            if (compression.name().toLowerCase(Locale.ROOT).equals(text)) {
                return compression;
            }
        }
        throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no kind of compression", "give none, lz4 or zstd");
    }

    Compression chosen() {
        Set<Compression> chosen = EnumSet.noneOf(Compression.class);
        if (zstd.get()) {
            chosen.add(Compression.ZSTD);
        }
        if (lz4.get()) {
            chosen.add(Compression.LZ4);
        }
        kind.value().ifPresent(chosen::add);
        if (chosen.size() > 1) {
            throw new ZrsException(
                    ErrorCode.INVALID, "-j, --lz4 and --compression contradict each other", "give one of them");
        }
        return chosen.isEmpty() ? Compression.LZ4 : chosen.iterator().next();
    }
}
