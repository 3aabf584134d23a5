package io.zrs.bag.record;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** A file under construction. One thread writes; another may have it {@linkplain #force forced} meanwhile. */
public interface DiskFile extends WritableByteChannel {
    /** Has everything that was written so far survive a power cut; waits for it. */
    void force() throws IOException;

    /** Cuts the end off; what is written next comes there. */
    void truncate(long bytes) throws IOException;
}
