package io.zrs.bag.mcap;

import java.util.zip.CRC32;

/** CRC-32 as MCAP has it: that of Ethernet and zip (ITU-T V.42). */
final class Checksum {
    private Checksum() {}

    static int of(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
