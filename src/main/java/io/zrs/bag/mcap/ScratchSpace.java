package io.zrs.bag.mcap;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** Where a writer puts what grows with its file and is needed only in the end. */
@FunctionalInterface
public interface ScratchSpace {
    /**
     * Something to write to and to read from again; it is gone when it is closed, or with the process.
     *
     * @throws IOException if there is no room for one
     */
    SeekableByteChannel open() throws IOException;
}
