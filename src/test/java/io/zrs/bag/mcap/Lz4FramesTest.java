package io.zrs.bag.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import org.junit.jupiter.api.Test;

final class Lz4FramesTest {
    private final Lz4Frames frames = new Lz4Frames();

    private static byte[] data(Random random) {
        byte[] data = new byte[random.nextInt(random.nextInt(5) == 0 ? 300_000 : 3000)];
        int kinds = 1 + random.nextInt(256);
        int reach = 1 + random.nextInt(70_000);
        for (int i = 0; i < data.length; i++) {
            boolean again = i > 0 && random.nextInt(30) > 0;
            data[i] = again ? data[i - 1 - random.nextInt(Math.min(i, reach)) % i] : (byte) random.nextInt(kinds);
        }
        // Long runs, whose lengths take several bytes.
        if (data.length > 1000) {
            int from = random.nextInt(data.length);
            Arrays.fill(data, from, from + random.nextInt(data.length - from), (byte) 7);
        }
        return data;
    }

    private static byte[] frame(byte[] data, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FLG.Bits[] flags = random.nextBoolean()
                ? new FLG.Bits[] {FLG.Bits.BLOCK_INDEPENDENCE, FLG.Bits.CONTENT_CHECKSUM}
                : new FLG.Bits[] {FLG.Bits.BLOCK_INDEPENDENCE, FLG.Bits.BLOCK_CHECKSUM};
        try (OutputStream frame = new LZ4FrameOutputStream(out, BLOCKSIZE.SIZE_64KB, flags)) {
            frame.write(data);
        }
        return out.toByteArray();
    }

    @Test
    void unpacksWhatAnotherProgramPacked() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            byte[] data = data(random);
            byte[] frame = frame(data, random);
            byte[] into = new byte[data.length];
            assertEquals(data.length, frames.unpack(frame, 0, frame.length, into, data.length, false));
            assertArrayEquals(data, into);
            if (data.length > 0) {
                assertThrows(
                        MalformedException.class,
                        () -> frames.unpack(frame, 0, frame.length, into, data.length - 1, false));
            }
        }
    }

    @Test
    void unpacksTheStartOfAFrameThatIsCutOff() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            byte[] data = data(random);
            byte[] frame = frame(data, random);
            byte[] into = new byte[data.length];
            int before = 0;
            for (int length = 0; length < frame.length; length += 1 + random.nextInt(Math.max(1, frame.length / 100))) {
                int there = frames.unpack(frame, 0, length, into, data.length, true);
                assertTrue(there >= before, "more of the frame is more of the data");
                assertEquals(-1, Arrays.mismatch(Arrays.copyOf(data, there), Arrays.copyOf(into, there)));
                before = there;
            }
        }
    }

    @Test
    void blocksMayReferToThoseBefore() {
        // Frame with linked blocks: "abcd", then 8 bytes from 4 back, then 5 literals.
        String hex = "04224d18" + "4040" + "c0" + "05000000" + "4061626364" + "09000000" + "040400" + "5065666768"
                + "69" + "00000000";
        byte[] frame = HexFormat.of().parseHex(hex);
        frame[6] = (byte) headerChecksum(frame);
        byte[] into = new byte[17];
        assertEquals(17, frames.unpack(frame, 0, frame.length, into, 17, false));
        assertArrayEquals("abcdabcdabcdefghi".getBytes(java.nio.charset.StandardCharsets.US_ASCII), into);
        frame[4] |= 0x20;
        frame[6] = (byte) headerChecksum(frame);
        assertThrows(MalformedException.class, () -> frames.unpack(frame, 0, frame.length, into, 17, false));
    }

    private static int headerChecksum(byte[] frame) {
        return net.jpountz.xxhash.XXHashFactory.safeInstance().hash32().hash(frame, 4, 2, 0) >>> 8;
    }

    @Test
    void anythingElseIsDamagedAndNothingWorse() throws IOException {
        Random random = new Random(6);
        for (int i = 0; i < 3000; i++) {
            byte[] data = Arrays.copyOf(data(random), random.nextInt(2000));
            byte[] frame = frame(data, random);
            for (int j = random.nextInt(4); j >= 0; j--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
            }
            byte[] into = new byte[data.length + 16];
            Arrays.fill(into, (byte) 0x5a);
            boolean cut = random.nextBoolean();
            try {
                int there = frames.unpack(frame, 0, frame.length, into, data.length, cut);
                assertTrue(there <= data.length);
            } catch (MalformedException e) {
                assertTrue(!cut, "who knows that it is cut off is not told");
            }
            for (int j = data.length; j < into.length; j++) {
                assertEquals(0x5a, into[j], "nothing is written behind the end");
            }
        }
    }
}
