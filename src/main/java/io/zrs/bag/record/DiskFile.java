package io.zrs.bag.record;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file under construction. One thread writes; another may have it {@linkplain #force forced} meanwhile. */
public interface DiskFile extends WritableByteChannel {
    /** Has the file, with everything that was written so far, survive a power cut; waits for it. */
    void force() throws IOException;

    /** Cuts the end off; what is written next comes there. */
    void truncate(long bytes) throws IOException;

    /** Whether this is still the file of that name; also if that cannot be found out. */
    boolean isAt(Path name);
}
