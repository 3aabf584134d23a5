package io.zrs.bag;

import io.zrs.model.ZrsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An opened recording. Finished, still being written, cut off or damaged: what can be read is there.
 *
 * <p>Methods may be called from any thread, one at a time; several cursors may be open at once, each for one thread. Errors are
 * {@link ZrsException}s: {@link ErrorCode#INVALID} for a file that is no recording, {@link ErrorCode#IO} for one that cannot be read.
 */
public interface Bag extends AutoCloseable {
    /** Opens a recording of any format; which it is, its first bytes say and not its name. */
    static Bag open(Path path) {
        return BagFile.open(path);
    }

    /** Which file it is. */
    Path path();

    /** What is in it, as of its opening. */
    BagInfo info();

    /** What programs of some kind may expect of it, such as {@code ros1}, by MCAP's registry of profiles; empty: nothing. */
    default String profile() {
        return "";
    }

    /** The metadata, in the order in which they were written. */
    List<BagMetadata> metadata();

    /** The attachments, in the order in which they were written. */
    List<BagAttachment> attachments();

    /** What an attachment of this bag holds. */
    byte[] attachmentData(BagAttachment attachment);

    /** What else there is beside messages, that zrs does not know; each is read when its turn comes. */
    default Iterable<BagRecord> others() {
        return List.of();
    }

    /**
     * The messages that {@code query} asks for. Reads what it needs and little more: a short time out of a long recording costs what
     * the short time has.
     */
    BagCursor read(BagQuery query);

    /**
     * Gives the log time of every message to {@code to}, in the order of time as far as a bounded memory puts it in that. What has indexes
     * is not read itself.
     */
    default void times(Times to) {
        try (BagCursor cursor = read(BagQuery.ALL)) {
            for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                to.time(message.channel(), message.logTime());
            }
        }
    }

    /** The last message of a channel whose log time is less than {@code before}. */
    Optional<BagMessage> lastBefore(BagChannel channel, long before);

    /**
     * Looks whether messages that no chunk's checksum protects are as they were written, by that of all data; reads all of the file for
     * that, and nothing where there are none.
     *
     * @throws io.zrs.model.ZrsException {@link ErrorCode#IO} if they are not
     */
    default void verify() {
        // A format without checksums tells nothing.
    }

    /** Closes the file; cursors end with it. Again has no effect. */
    @Override
    void close();

    /** Is given the times of messages. */
    @FunctionalInterface
    interface Times {
        /** A message of {@code channel} has this log time. */
        void time(BagChannel channel, long logTime);
    }
}
