package io.zrs.bag.record;

import java.nio.file.Path;

/** What happens while something is recorded. Called on the recorder's threads, which wait meanwhile. */
public interface RecordEvents {
    /** A file was begun; {@code file} is what it will be called. */
    void opened(Path file);

    /** A file was finished. */
    void closed(Path file, long messages, long bytes);

    /** A file of this recording was deleted, so that there are no more than were asked for. */
    void deleted(Path file);

    /** There was not as much memory as the time before a trigger would have taken: only so many nanoseconds of it are there. */
    void shortened(long nanos);
}
