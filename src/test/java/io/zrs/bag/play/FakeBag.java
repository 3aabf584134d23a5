package io.zrs.bag.play;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagQuery;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bag that a test makes: {@code new FakeBag().add("/a", 0.5, "text").latched("/map")}; times are seconds from {@link #START}. */
public final class FakeBag implements Bag {
    /** When every bag begins that has a message at 0. */
    public static final long START = 1_700_000_000_000_000_000L;

    private final Map<String, BagChannel> channels = new LinkedHashMap<>();
    private final List<BagMessage> messages = new ArrayList<>();
    private int damageAt = -1;
    private boolean closed;

    /** A topic that is latched; before its first message. */
    public FakeBag latched(String topic) {
        channels.put(topic, new BagChannel(topic, BagChannel.TEXT, Optional.empty(), Map.of("latching", "true")));
        return this;
    }

    /** A message; in the order of time. */
    public FakeBag add(String topic, double seconds, String text) {
        BagChannel channel = channels.computeIfAbsent(
                topic, name -> new BagChannel(name, BagChannel.TEXT, Optional.empty(), Map.of()));
        long time = START + Math.round(seconds * 1e9);
        messages.add(new BagMessage(channel, 0, time, time, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** A damage between the messages so far and those to come. */
    FakeBag damage() {
        damageAt = messages.size();
        return this;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public Path path() {
        return Path.of("fake.mcap");
    }

    @Override
    public BagInfo info() {
        List<BagInfo.ChannelInfo> counted = channels.values().stream()
                .map(channel -> new BagInfo.ChannelInfo(
                        channel,
                        messages.stream().filter(m -> m.channel() == channel).count()))
                .toList();
        long start = messages.isEmpty() ? 0 : messages.get(0).logTime();
        long end = messages.isEmpty() ? 0 : messages.get(messages.size() - 1).logTime();
        return new BagInfo("fake", "", 0, BagInfo.State.WHOLE, "", messages.size(), start, end, counted, List.of());
    }

    @Override
    public List<BagMetadata> metadata() {
        return List.of();
    }

    @Override
    public List<BagAttachment> attachments() {
        return List.of();
    }

    @Override
    public byte[] attachmentData(BagAttachment attachment) {
        throw new AssertionError("nobody asks for attachments");
    }

    @Override
    public BagCursor read(BagQuery query) {
        Iterator<BagMessage> all = messages.iterator();
        return new BagCursor() {
            private int at;
            private boolean damaged;

            @Override
            public BagMessage next() {
                if (at == damageAt && !damaged) {
                    damaged = true;
                    throw new ZrsException(ErrorCode.IO, "it is damaged");
                }
                while (all.hasNext()) {
                    BagMessage message = all.next();
                    at++;
                    if (query.holds(message.logTime()) && query.channels().test(message.channel())) {
                        return message;
                    }
                }
                return null;
            }

            @Override
            public void close() {
                at = Integer.MIN_VALUE;
            }
        };
    }

    @Override
    public Optional<BagMessage> lastBefore(BagChannel channel, long before) {
        return messages.stream()
                .filter(message -> message.channel() == channel && message.logTime() < before)
                .reduce((a, b) -> b);
    }

    @Override
    public void close() {
        closed = true;
    }
}
