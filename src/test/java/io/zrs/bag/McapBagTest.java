package io.zrs.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.RandomBags.Written;
import io.zrs.bag.mcap.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class McapBagTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Compression.class)
    void whatIsWrittenIsReadInTheOrderOfTime(Compression compression) throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Path path = folder.resolve("random.mcap");
            Written written = RandomBags.write(path, compression, new Random(seed));
            try (Bag bag = Bag.open(path)) {
                assertEquals(
                        BagInfo.State.WHOLE,
                        bag.info().state(),
                        () -> bag.info().damage());
                assertEquals(written.messages().size(), bag.info().messages());
                RandomBags.assertSame(written.inOrder(), all(bag, BagQuery.ALL));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void aFileCutAnywhereGivesWhatIsWhole(Compression compression) throws IOException {
        Path path = folder.resolve("whole.mcap");
        Written written = RandomBags.write(path, compression, new Random(7), 60);
        byte[] whole = Files.readAllBytes(path);
        int before = 0;
        for (int length = 8; length < whole.length; length++) {
            Path cut = folder.resolve("cut.mcap");
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            try (Bag bag = Bag.open(cut)) {
                List<BagMessage> messages = all(bag, BagQuery.ALL);
                assertEquals(messages.size(), bag.info().messages(), "cut at " + length);
                assertTrue(messages.size() >= before, "cut at " + length);
                RandomBags.assertSame(written.first(messages.size()).inOrder(), messages);
                before = messages.size();
            }
        }
        assertEquals(written.messages().size(), before);
    }

    static List<BagMessage> all(Bag bag, BagQuery query) {
        List<BagMessage> messages = new ArrayList<>();
        try (BagCursor cursor = bag.read(query)) {
            for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                messages.add(message);
            }
        }
        return messages;
    }
}
