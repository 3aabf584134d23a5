package io.zrs.bag.mcap;

/**
 * A chunk to be copied: as it is stored, which its checksum was found to fit, and what is in it. Good until the reader goes on.
 *
 * @param records what is in it
 * @param stored its records as they are in the file, the first {@code length} bytes
 * @param compression how they are compressed
 */
public record StoredChunk(ChunkBuffer records, byte[] stored, int length, String compression) {}
