package io.zrs.bag.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isThereWhenItIsWhole() throws Exception {
        Path target = folder.resolve("a");
        try (OutputFile file = OutputFile.create(target, false, List.of())) {
            file.channel().write(ByteBuffer.wrap(BYTES));
            assertEquals(false, Files.exists(target));
            file.commit();
        }
        assertArrayEquals(BYTES, Files.readAllBytes(target));
        assertEquals(List.of("a"), names());
    }

    @Test
    void isGoneIfItIsNotFinished() throws Exception {
        OutputFile file = OutputFile.create(folder.resolve("a"), false, List.of());
        file.channel().write(ByteBuffer.wrap(BYTES));
        file.close();
        file.close();
        assertEquals(List.of(), names());
    }

    @Test
    void takesAwayWhatAKilledOneLeftAndNothingElse() throws Exception {
        Path target = folder.resolve("a");
        for (String name : List.of("a.123.part", "a.x.part", "a..part", "b.123.part", "a.123.part.gz")) {
            Files.write(folder.resolve(name), BYTES);
        }
        Files.createSymbolicLink(folder.resolve("a.4.part"), folder.resolve("b.123.part"));
        OutputFile.create(target, false, List.of()).close();
        assertEquals(List.of("a..part", "a.123.part.gz", "a.4.part", "a.x.part", "b.123.part"), names());
    }

    /** In a container processes have the same few numbers again and again. */
    @Test
    void takesAwayWhatAKilledOneOfTheSameNumberLeft() throws Exception {
        String name = "a." + ProcessHandle.current().pid() + ".part";
        Path left = Files.write(folder.resolve(name), BYTES);
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        try (OutputFile file = OutputFile.create(folder.resolve("a"), false, List.of())) {
            assertEquals(List.of(name), names());
            assertThrows(ZrsException.class, () -> OutputFile.create(folder.resolve("a"), false, List.of()));
            file.commit();
        }
        assertEquals(List.of("a"), names());
    }

    @Test
    void leavesWhatIsStillWritten() throws Exception {
        Path target = folder.resolve("a");
        Path busy = Files.write(folder.resolve("a.123.part"), BYTES);
        try (FileChannel other = FileChannel.open(busy, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            OutputFile.create(target, false, List.of()).close();
            assertTrue(lock.isValid());
            assertEquals(List.of("a.123.part"), names());
        }
    }

    @Test
    void takesAnothersPlaceOnlyIfThatIsWanted() throws Exception {
        Path target = Files.write(folder.resolve("a"), new byte[] {9});
        ZrsException error = assertThrows(ZrsException.class, () -> OutputFile.create(target, false, List.of()));
        assertEquals(ErrorCode.INVALID, error.code());
        try (OutputFile file = OutputFile.create(target, true, List.of())) {
            file.channel().write(ByteBuffer.wrap(BYTES));
            assertArrayEquals(new byte[] {9}, Files.readAllBytes(target));
            file.commit();
        }
        assertArrayEquals(BYTES, Files.readAllBytes(target));
        assertEquals(List.of("a"), names());
    }

    @Test
    void doesNotTakeThePlaceOfWhatCameMeanwhile() throws Exception {
        Path target = folder.resolve("a");
        try (OutputFile file = OutputFile.create(target, false, List.of())) {
            Files.write(target, new byte[] {9});
            assertThrows(ZrsException.class, file::commit);
        }
        assertArrayEquals(new byte[] {9}, Files.readAllBytes(target));
        assertEquals(List.of("a"), names());
    }

    @Test
    void isNoneOfItsInputsByWhateverName() throws Exception {
        Path input = Files.write(folder.resolve("a"), BYTES);
        Path link = Files.createSymbolicLink(folder.resolve("link"), input);
        ZrsException error = assertThrows(ZrsException.class, () -> OutputFile.create(link, true, List.of(input)));
        assertEquals(ErrorCode.INVALID, error.code());
    }

    @Test
    void goesWhereALinkLeads() throws Exception {
        Path real = Files.write(folder.resolve("real"), new byte[] {9});
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (OutputFile file = OutputFile.create(link, true, List.of())) {
            file.channel().write(ByteBuffer.wrap(BYTES));
            file.commit();
        }
        assertArrayEquals(BYTES, Files.readAllBytes(real));
        assertEquals(true, Files.isSymbolicLink(link));
    }

    @Test
    void saysWhatIsInTheWay() {
        Path nowhere = folder.resolve("no/a");
        ZrsException error = assertThrows(ZrsException.class, () -> OutputFile.create(nowhere, false, List.of()));
        assertEquals("cannot write " + nowhere + ": there is no such directory", error.getMessage());
        assertThrows(ZrsException.class, () -> OutputFile.create(folder, true, List.of()));
    }

    @Test
    void aFullDiskIsOneError() throws Exception {
        try (OutputFile file = OutputFile.create(Path.of("/dev/full"), false, List.of())) {
            assertThrows(ZrsException.class, () -> file.channel().write(ByteBuffer.wrap(BYTES)));
        }
    }
}
