package io.zrs.bag.edit;

import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapRecord.DataEnd;
import java.util.zip.CRC32;

/** The checksum of all data of a file, made on the way through it, while its bytes are at hand. For one thread. */
final class DataChecksum {
    private final McapFile file;
    private final CRC32 crc = new CRC32();
    private long summed;

    DataChecksum(McapFile file) {
        this.file = file;
    }

    /** So far the file was read. */
    void passed(long end) {
        if (end > summed) {
            file.sum(crc, summed, end);
            summed = end;
        }
    }

    /** Begins anew: perhaps another file follows there. */
    void restart(long at) {
        crc.reset();
        summed = at;
    }

    /** Whether the data, which end at {@code place}, are not those of which {@code end} tells; a checksum of 0 tells nothing. */
    boolean isWrong(long place, DataEnd end) {
        passed(place);
        return end.dataSectionCrc() != 0 && end.dataSectionCrc() != (int) crc.getValue();
    }
}
