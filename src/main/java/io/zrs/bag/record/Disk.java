package io.zrs.bag.record;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** What a recorder needs of a disk. Methods may be called from any thread. */
public interface Disk {
    /**
     * Makes a file that was not there.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it was
     */
    DiskFile create(Path file) throws IOException;

    /** Makes a file without a name, to be written and read: it goes when it is closed, and never outlasts the process. */
    SeekableByteChannel scratch(Path directory) throws IOException;

    /**
     * Gives a file another name in the same directory, which no file has; that survives a power cut.
     *
     * @throws java.nio.file.FileAlreadyExistsException if one has
     */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file. */
    void delete(Path file) throws IOException;

    /** Whether there is a file, or anything else, of this name. */
    boolean exists(Path file);

    /** How many bytes may still be written to the disk that this directory is on. */
    long free(Path directory) throws IOException;
}
