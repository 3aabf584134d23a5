package io.zrs.bag.mcap;

/** How the records of a chunk are compressed (specification, registry, "Compression formats"). */
public enum Compression {
    /** Not at all. */
    NONE(""),
    /** LZ4, as frames: fast. */
    LZ4("lz4"),
    /** Zstandard, as frames: small. */
    ZSTD("zstd");

    private final String wireName;

    Compression(String wireName) {
        this.wireName = wireName;
    }

    /** What stands for it in the file. */
    public String wireName() {
        return wireName;
    }
}
