package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.model.ZrsException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is in a file, and where. Comes from its summary where there is one; what that does not say is found by going from record to
 * record, past the contents of chunks, and where even that is not enough by looking into chunks. May be read by any thread.
 */
public final class McapIndex {
    /** A record that is not read yet: where it begins and ends. */
    public record Place(long start, long end) {}

    /** An attachment without its data. */
    public record AttachmentPlace(
            Place place, long logTime, long createTime, String name, String mediaType, long dataSize) {}

    private final IndexBuilder built;

    private McapIndex(IndexBuilder built) {
        this.built = built;
    }

    /**
     * Finds out what is in a file, whole or not.
     *
     * @throws ZrsException {@link io.zrs.model.ErrorCode#INVALID} if it does not begin as an MCAP file does,
     *     {@link io.zrs.model.ErrorCode#IO} if it cannot be read or has more parts than memory has room for
     */
    public static McapIndex of(McapFile file) {
        return new McapIndex(new IndexBuilder(file).build());
    }

    /** Its first record; both fields are empty where it has none. */
    public McapRecord.Header header() {
        return built.header();
    }

    /** The channels in the order of their numbers. */
    public Collection<Channel> channels() {
        return built.definitions().channels();
    }

    /** The channel of this number, or null. */
    public Channel channel(int id) {
        return built.definitions().channel(id);
    }

    /** The schema of this number, or null. */
    public Schema schema(int id) {
        return built.definitions().schema(id);
    }

    /** The schemas in the order of their numbers. */
    public Collection<Schema> schemas() {
        return built.definitions().schemas();
    }

    /** Chunks, and messages outside of them, in the order of their places. */
    public List<Stretch> stretches() {
        return built.stretches();
    }

    /** Where metadata are. */
    public List<Place> metadata() {
        return built.metadata();
    }

    /** Where attachments are. */
    public List<AttachmentPlace> attachments() {
        return built.attachments();
    }

    /** Where records are, among the data and outside of chunks, of kinds that are not known. */
    public List<Place> others() {
        return built.others();
    }

    /** Whether the file has its end. */
    public boolean isFinished() {
        return built.isFinished();
    }

    /** What is wrong with the file, in one line; empty if nothing was found. */
    public String damage() {
        return built.damage().toString();
    }

    /** Whether the data have the checksum that stands at their end, if there is one; reads all of them. */
    public boolean hasRightData() {
        return built.hasRightData();
    }

    /** How many messages there are. */
    public long messages() {
        return built.messages();
    }

    /** How many messages each channel has that has some. */
    public Map<Integer, Long> channelMessages() {
        return built.channelMessages();
    }

    /** The earliest log time; 0 without messages. */
    public long startTime() {
        return built.startTime();
    }

    /** The latest log time. */
    public long endTime() {
        return built.endTime();
    }
}
