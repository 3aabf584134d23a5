package io.zrs.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagQuery;
import io.zrs.bag.BagSchema;
import io.zrs.bag.BagWriter;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.Compression;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Bags for tests, and what is in one. */
final class TestBags {
    /** A moment of 2026, in nanoseconds. */
    static final long START = 1_772_368_496_000_000_000L;

    static final long SECOND = 1_000_000_000L;

    static final BagChannel ODOM = channel("/odom", Map.of("callerid", "drive"));
    static final BagChannel MAP = channel("/map", Map.of("latching", "true"));
    static final BagChannel LOG = new BagChannel("/log", BagChannel.TEXT, Optional.empty(), Map.of());
    static final BagChannel RAW = new BagChannel("/raw", BagChannel.BYTES, Optional.empty(), Map.of());

    private TestBags() {}

    private static BagChannel channel(String topic, Map<String, String> metadata) {
        BagSchema schema =
                new BagSchema(topic, "jsonschema", "{\"type\":\"object\"}".getBytes(StandardCharsets.US_ASCII));
        return new BagChannel(topic, BagChannel.JSON, Optional.of(schema), metadata);
    }

    static BagMessage message(BagChannel channel, int number, long time) {
        byte[] payload = channel == RAW
                ? new byte[] {(byte) 0xff, (byte) number}
                : ("{\"n\":" + number + ",\"speed\":" + number % 7 + "}").getBytes(StandardCharsets.US_ASCII);
        return new BagMessage(channel, number, time, time - 5, payload);
    }

    /** Messages of all channels, about ten a second, mostly in order. */
    static List<BagMessage> messages(int count, long seed) {
        Random random = new Random(seed);
        BagChannel[] channels = {ODOM, ODOM, LOG, RAW, MAP};
        List<BagMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time = START + i * (SECOND / 10) - (random.nextInt(10) == 0 ? random.nextLong(SECOND) : 0);
            messages.add(message(channels[random.nextInt(channels.length)], i, Math.max(START, time)));
        }
        return messages;
    }

    static void write(Path file, List<BagMessage> messages, Compression compression, int chunkBytes, boolean finish)
            throws IOException {
        FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        BagWriter writer = new McapBagWriter(out, compression, chunkBytes);
        writer.write(new BagMetadata(BagMetadata.RECORDING, Map.of("topics", "all")));
        for (BagMessage message : messages) {
            writer.write(message);
        }
        byte[] data = {1, 2, 3};
        writer.write(new BagAttachment(START, 0, "notes.bin", "application/octet-stream", data.length), data);
        if (finish) {
            writer.close();
        } else {
            out.close();
        }
    }

    /** What a message says, all of it. */
    static String text(BagMessage message) {
        return message.channel().topic() + " " + message.channel().encoding() + " " + message.logTime() + " "
                + message.publishTime() + " " + message.sequence() + " "
                + new String(message.payload(), StandardCharsets.ISO_8859_1);
    }

    static List<String> read(Path file, BagQuery query) {
        List<String> texts = new ArrayList<>();
        try (Bag bag = Bag.open(file);
                BagCursor cursor = bag.read(query)) {
            for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                texts.add(text(message));
            }
        }
        return texts;
    }

    /** Follows work without a word; damage fails the test. */
    static EditWatch quiet() {
        return new EditWatch() {
            @Override
            public void look(long done, long messages) {
                // Nobody is to be told.
            }

            @Override
            public void damaged(ZrsException damage) {
                throw damage;
            }
        };
    }
}
