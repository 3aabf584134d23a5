package io.zrs.bag;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.zrs.bag.BagInfo.ChannelInfo;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.Magic;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: whatever is in them, an error says so or a part of the messages comes; {@code -Dzrs.fuzz.rounds} makes it longer. */
final class McapFuzzTest {
    private static final int ROUNDS = Integer.getInteger("zrs.fuzz.rounds", 1000);
    private static final int SEED = Integer.getInteger("zrs.fuzz.seed", 1);
    private static final long[] NASTY = {
        0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 62, 1L << 32, 0xFFFFFFFFL, 0x7FFFFFFF, 1 << 24, 255, 9, 8
    };

    @TempDir
    private Path folder;

    @Test
    void mutatedFilesNeverDoMoreThanFail() throws IOException {
        Random random = new Random(SEED);
        List<byte[]> originals = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Path path = folder.resolve("original");
            Compression compression = Compression.values()[i % 3];
            RandomBags.write(path, compression, new Random(100 + i), i < 6 ? 40 : 400);
            originals.add(Files.readAllBytes(path));
        }
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = originals.get(random.nextInt(originals.size())).clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                file = mutate(file, random);
            }
            read(file, "round " + round);
        }
    }

    @Test
    void chanceIsNoBag() throws IOException {
        Random random = new Random(SEED + 1);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = new byte[8 + random.nextInt(600)];
            random.nextBytes(file);
            for (int i = 8; i + 9 < file.length; i += 1 + random.nextInt(60)) {
                file[i] = (byte) (1 + random.nextInt(15));
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(i + 1, random.nextInt(80));
            }
            System.arraycopy(Magic.bytes(), 0, file, 0, Magic.LENGTH);
            read(file, "round " + round);
        }
    }

    private static byte[] mutate(byte[] file, Random random) {
        int at = random.nextInt(file.length);
        switch (random.nextInt(7)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt(256);
            case 2 -> {
                long nasty = NASTY[random.nextInt(NASTY.length)];
                ByteBuffer bytes =
                        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, nasty);
                int count = Math.min(random.nextBoolean() ? 8 : 4, file.length - at);
                System.arraycopy(bytes.array(), 0, file, at, count);
            }
            case 3 -> {
                return Arrays.copyOf(file, Math.max(1, at));
            }
            case 4 -> {
                int to = random.nextInt(file.length);
                int count = Math.min(random.nextInt(100), file.length - Math.max(at, to));
                System.arraycopy(file, at, file, to, count);
            }
            case 5 -> {
                // Behind the head of a record, where most numbers are.
                for (int i = at; i < file.length - 9; i++) {
                    if (file[i] > 0 && file[i] < 16 && file[i + 7] == 0 && file[i + 8] == 0) {
                        file[i + 1 + random.nextInt(8)] = (byte) random.nextInt(256);
                        break;
                    }
                }
            }
            default -> Arrays.fill(file, at, Math.min(file.length, at + random.nextInt(200)), (byte) 0);
        }
        return file;
    }

    private void read(byte[] file, String which) throws IOException {
        Path path = folder.resolve("fuzz.mcap");
        Files.write(path, file);
        try (Bag bag = Bag.open(path)) {
            look(bag, file.length, which);
        } catch (ZrsException e) {
            one(e, which);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(which, e);
        }
    }

    private static void look(Bag bag, int bytes, String which) {
        int most = 2 * bytes;
        try (BagCursor cursor = bag.read(new BagQuery(5, -2L, channel -> true))) {
            for (int i = 0; ; i++) {
                assertTrue(i < most, which);
                try {
                    if (cursor.next() == null) {
                        break;
                    }
                } catch (ZrsException e) {
                    one(e, which);
                }
            }
        }
        for (ChannelInfo info : bag.info().channels()) {
            bag.lastBefore(info.channel(), bag.info().end());
        }
        try {
            bag.metadata();
        } catch (ZrsException e) {
            one(e, which);
        }
        for (BagAttachment attachment : bag.attachments()) {
            try {
                bag.attachmentData(attachment);
            } catch (ZrsException e) {
                one(e, which);
            }
        }
    }

    /** One line that says what is wrong. */
    private static void one(ZrsException e, String which) {
        boolean good = (e.code() == ErrorCode.IO || e.code() == ErrorCode.INVALID)
                && e.getMessage().indexOf('\n') < 0
                && e.getMessage().length() < 400;
        if (!good) {
            fail(which, e);
        }
    }
}
