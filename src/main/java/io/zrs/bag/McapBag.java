package io.zrs.bag;

import io.zrs.bag.BagInfo.ChannelInfo;
import io.zrs.bag.BagInfo.ChunkInfo;
import io.zrs.bag.mcap.LastMessage;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapIndex;
import io.zrs.bag.mcap.McapIndex.AttachmentPlace;
import io.zrs.bag.mcap.McapIndex.Place;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Message;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.Memory;
import io.zrs.bag.mcap.MessageTimes;
import io.zrs.bag.mcap.RecordWalker;
import io.zrs.bag.mcap.StoredMessages;
import io.zrs.bag.mcap.Stretch;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An MCAP file as a bag. */
public final class McapBag implements Bag {
    private final McapFile file;
    private final McapIndex index;

    /** By their numbers; several numbers may have one channel. */
    private final Map<Integer, BagChannel> channels = new HashMap<>();

    private final List<BagAttachment> attachments = new ArrayList<>();
    private final Map<BagAttachment, Place> places = new IdentityHashMap<>();
    private LastMessage last;

    /**
     * Opens a file.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is no MCAP file, {@link ErrorCode#NOT_FOUND} if there is none,
     *     {@link ErrorCode#IO} if it cannot be read
     */
    public McapBag(Path path) {
        file = new McapFile(path);
        try {
            index = McapIndex.of(file);
            // By strings, as no choice of topics makes a map of those slow.
            Map<String, BagChannel> same = new HashMap<>();
            for (Channel channel : index.channels()) {
                channels.put(channel.id(), same.computeIfAbsent(key(channel), key -> channel(channel)));
            }
            for (AttachmentPlace place : index.attachments()) {
                BagAttachment attachment = new BagAttachment(
                        place.logTime(), place.createTime(), place.name(), place.mediaType(), place.dataSize());
                attachments.add(attachment);
                places.put(attachment, place.place());
            }
        } catch (ZrsException e) {
            file.close();
            throw e;
        }
    }

    /** Different for different channels: lengths tell where names end that hold whatever they like. */
    private static String key(Channel channel) {
        StringBuilder key = new StringBuilder().append(channel.schemaId());
        part(key, channel.topic());
        part(key, channel.messageEncoding());
        new TreeMap<>(channel.metadata()).forEach((name, value) -> {
            part(key, name);
            part(key, value);
        });
        return key.toString();
    }

    private static void part(StringBuilder key, String text) {
        key.append(' ').append(text.length()).append(' ').append(text);
    }

    private BagChannel channel(Channel channel) {
        Schema schema = index.schema(channel.schemaId());
        return new BagChannel(
                channel.topic(),
                channel.messageEncoding(),
                Optional.ofNullable(schema).map(s -> new BagSchema(s.name(), s.encoding(), s.data())),
                channel.metadata());
    }

    /** What the bytes of the file say, for those who want to know more than a bag tells. */
    public McapIndex index() {
        return index;
    }

    /** The file itself; closed with this. */
    public McapFile file() {
        return file;
    }

    /** The channels by their numbers, of which several may have one. */
    Map<Integer, BagChannel> numbers() {
        return channels;
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public BagInfo info() {
        Map<BagChannel, Long> counts = new IdentityHashMap<>();
        channels.values().forEach(channel -> counts.put(channel, 0L));
        index.channelMessages().forEach((id, count) -> {
            if (channels.containsKey(id)) {
                counts.merge(channels.get(id), count, Long::sum);
            }
        });
        List<ChannelInfo> infos = new ArrayList<>();
        counts.forEach((channel, count) -> infos.add(new ChannelInfo(channel, count)));
        infos.sort(Comparator.comparing((ChannelInfo info) -> info.channel().topic())
                .thenComparing(info -> info.channel().encoding()));
        return new BagInfo(
                "MCAP",
                index.header().library(),
                file.size(),
                state(),
                index.damage(),
                index.messages(),
                index.startTime(),
                index.endTime(),
                infos,
                chunks());
    }

    private BagInfo.State state() {
        if (!index.damage().isEmpty()) {
            return BagInfo.State.DAMAGED;
        }
        return index.isFinished() ? BagInfo.State.WHOLE : BagInfo.State.UNFINISHED;
    }

    private List<ChunkInfo> chunks() {
        Map<String, ChunkInfo> kinds = new TreeMap<>();
        for (Stretch stretch : index.stretches()) {
            if (stretch.kind() != Stretch.Kind.LOOSE) {
                ChunkInfo info = new ChunkInfo(stretch.compression(), 1, stretch.storedBytes(), stretch.bytes());
                kinds.merge(
                        info.compression(),
                        info,
                        (a, b) -> new ChunkInfo(
                                a.compression(),
                                a.count() + 1,
                                a.storedBytes() + b.storedBytes(),
                                a.bytes() + b.bytes()));
            }
        }
        return List.copyOf(kinds.values());
    }

    @Override
    public String profile() {
        return index.header().profile();
    }

    @Override
    public List<BagMetadata> metadata() {
        List<BagMetadata> all = new ArrayList<>();
        Memory memory = new Memory();
        for (Place place : index.metadata()) {
            if (record(place) instanceof McapRecord.Metadata metadata) {
                memory.take(metadata);
                all.add(new BagMetadata(metadata.name(), metadata.metadata()));
            }
        }
        return all;
    }

    private McapRecord record(Place place) {
        RecordWalker walker = new RecordWalker(file, place.start(), place.end());
        walker.next();
        return walker.record();
    }

    @Override
    public List<BagAttachment> attachments() {
        return List.copyOf(attachments);
    }

    @Override
    public byte[] attachmentData(BagAttachment attachment) {
        Place place = places.get(attachment);
        if (place == null) {
            throw new ZrsException(ErrorCode.NOT_FOUND, path() + " has no such attachment " + attachment.name());
        }
        return ((McapRecord.Attachment) record(place)).data();
    }

    @Override
    public Iterable<BagRecord> others() {
        return () -> index.others().stream().map(this::other).iterator();
    }

    private BagRecord other(Place place) {
        McapRecord.Unknown record = (McapRecord.Unknown) record(place);
        return new BagRecord(record.opcode(), record.content());
    }

    @Override
    public BagCursor read(BagQuery query) {
        BitSet wanted = ids(query.channels());
        return new McapBagCursor(
                path(),
                new StoredMessages(file, index, query.from(), query.until(), id -> isWanted(wanted, id)),
                channels);
    }

    /** Those that the file does not describe are read as well: that there are some is to be told. */
    private boolean isWanted(BitSet wanted, int id) {
        return wanted.get(id) || !channels.containsKey(id);
    }

    private BitSet ids(Predicate<BagChannel> wanted) {
        Map<BagChannel, Boolean> asked = new IdentityHashMap<>();
        BitSet ids = new BitSet();
        channels.forEach((id, channel) -> {
            if (asked.computeIfAbsent(channel, wanted::test)) {
                ids.set(id);
            }
        });
        return ids;
    }

    @Override
    public void times(Times to) {
        new MessageTimes(file, index).forEach((id, time) -> {
            BagChannel channel = channels.get(id);
            if (channel != null) {
                to.time(channel, time);
            }
        });
    }

    @Override
    public Optional<BagMessage> lastBefore(BagChannel channel, long before) {
        if (last == null) {
            last = new LastMessage(file, index);
        }
        BitSet ids = ids(channel::equals);
        Message message = last.before(ids::get, before);
        return Optional.ofNullable(message)
                .map(m -> new BagMessage(
                        channels.get(m.channelId()), m.sequence(), m.logTime(), m.publishTime(), m.data()));
    }

    @Override
    public void verify() {
        boolean loose = index.stretches().stream().anyMatch(stretch -> stretch.kind() == Stretch.Kind.LOOSE);
        if (loose && index.damage().isEmpty() && !index.hasRightData()) {
            throw new ZrsException(
                    ErrorCode.IO,
                    path() + ": the checksum of all data is wrong: some bytes are not those that were written");
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
