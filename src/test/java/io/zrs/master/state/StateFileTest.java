package io.zrs.master.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private static final SavedState STATE = new SavedState(List.of(
            new SavedTopic(
                    new TopicName("/chatter"),
                    true,
                    OptionalInt.of(20_000),
                    OptionalInt.of(20_001),
                    List.of(
                            new SavedNode(Role.PUBLISHER, new NodeName("./my talker.py"), "127.0.0.1"),
                            new SavedNode(Role.SUBSCRIBER, new NodeName("ü"), "0:0:0:0:0:0:0:1"))),
            new SavedTopic(new TopicName("t"), false, OptionalInt.empty(), OptionalInt.of(20_002), List.of())));

    @TempDir
    private Path temporary;

    private Path directory() {
        return temporary.resolve("a/b");
    }

    private Path path() {
        return directory().resolve("master.json");
    }

    private Path aside() {
        return directory().resolve("master.json.damaged");
    }

    private StateFile file() {
        return new StateFile(path());
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(directory())) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void nothingIsThereAtFirst() throws IOException {
        assertEquals(SavedState.EMPTY, file().read());
        Files.createDirectories(directory());
        assertEquals(SavedState.EMPTY, file().read());
        assertEquals(List.of(), entries());
    }

    @Test
    void givesBackWhatWasWrittenLast() throws IOException {
        file().write(SavedState.EMPTY);
        assertEquals(SavedState.EMPTY, file().read());
        file().write(STATE);
        assertEquals(STATE, file().read());
        assertEquals(List.of("master.json"), entries());
    }

    @Test
    void hasTheDocumentedForm() throws IOException {
        file().write(STATE);
        assertEquals(
                "{\"format\":1,\"crc32c\":\"CHECKSUM\",\"state\":{\"topics\":["
                        + "{\"name\":\"/chatter\",\"published\":true,\"publisher_port\":20000,\"subscriber_port\":20001,"
                        + "\"nodes\":[{\"role\":\"publisher\",\"node\":\"./my talker.py\",\"host\":\"127.0.0.1\"},"
                        + "{\"role\":\"subscriber\",\"node\":\"ü\",\"host\":\"0:0:0:0:0:0:0:1\"}]},"
                        + "{\"name\":\"t\",\"published\":false,\"publisher_port\":0,\"subscriber_port\":20002,\"nodes\":[]}]}}\n",
                Files.readString(path()).replaceFirst("\"crc32c\":\"[0-9a-f]{8}\"", "\"crc32c\":\"CHECKSUM\""));
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        file().write(STATE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())));
    }

    @Test
    void whatAKilledMasterLeftIsInNobodysWay() throws IOException {
        file().write(STATE);
        Files.writeString(directory().resolve("master.json.new"), "{\"format\":1,\"crc");
        assertEquals(STATE, file().read());
        file().write(SavedState.EMPTY);
        assertEquals(SavedState.EMPTY, file().read());
        assertEquals(List.of("master.json"), entries());
    }

    @Test
    void aDamagedFileIsToldInOneLineAndKeptAside() throws IOException {
        file().write(STATE);
        String text = Files.readString(path()).replace("20001", "20005");
        Files.writeString(path(), text);
        ZrsException e = assertThrows(ZrsException.class, file()::read);
        assertEquals(ErrorCode.IO, e.code());
        assertEquals("cannot use the state kept in " + path() + ": its checksum is wrong", e.getMessage());
        assertEquals("protocol 1 nodes must connect again; see " + aside(), e.remedy());
        assertEquals(text, Files.readString(aside()));
        assertEquals(SavedState.EMPTY, file().read());
        file().write(STATE);
        assertEquals(STATE, file().read());
    }

    @Test
    void theNewestDamagedFileIsTheOneThatIsKept() throws IOException {
        for (String text : List.of("first", "second")) {
            Files.createDirectories(directory());
            Files.writeString(path(), text);
            assertThrows(ZrsException.class, file()::read);
            assertEquals(text, Files.readString(aside()));
        }
    }

    @Test
    void aFileThatIsTooLongIsDamaged() throws IOException {
        Files.createDirectories(directory());
        try (RandomAccessFile sparse = new RandomAccessFile(path().toFile(), "rw")) {
            sparse.setLength(StateFile.MAX_BYTES + 1L);
        }
        assertTrue(damage().contains("longer than 64 MiB"));
    }

    @Test
    void whatIsNoRegularFileIsDamaged() throws IOException {
        Files.createDirectories(path());
        assertTrue(damage().contains("it is not a regular file"));
        assertTrue(Files.isDirectory(aside()));
        Files.delete(aside());
        Files.createSymbolicLink(path(), temporary.resolve("elsewhere"));
        assertTrue(damage().contains("it is not a regular file"));
        assertTrue(Files.isSymbolicLink(aside()));
    }

    @Test
    void whatCannotBeMovedAsideIsTold() throws IOException {
        Files.createDirectories(aside().resolve("full"));
        Files.writeString(path(), "");
        ZrsException e = assertThrows(ZrsException.class, file()::read);
        assertTrue(e.remedy().contains("it cannot be moved aside: "), e.remedy());
        assertFalse((e.getMessage() + e.remedy()).contains("\n"));
    }

    @Test
    void whereItCannotBeWrittenTheErrorSaysWhatThatCosts() throws IOException {
        Files.writeString(temporary.resolve("a"), "a file, not a directory");
        assertEquals(SavedState.EMPTY, file().read());
        ZrsException e = assertThrows(ZrsException.class, () -> file().write(STATE));
        assertEquals(ErrorCode.IO, e.code());
        assertTrue(e.getMessage().startsWith("cannot keep the state in " + path() + ": "), e.getMessage());
        assertTrue(e.remedy().contains("protocol 1 nodes must connect again")
                && e.remedy().contains("--state"));
    }

    @Test
    void aFileInPlaceOfItsDirectoryIsSaidToBeOne() throws IOException {
        Files.createDirectory(temporary.resolve("a"));
        Files.writeString(directory(), "a file, not a directory");
        ZrsException e = assertThrows(ZrsException.class, () -> file().write(STATE));
        assertTrue(e.getMessage().endsWith(": its directory is a file"), e.getMessage());
    }

    @Test
    void aFailedWriteLeavesTheLastState() throws IOException {
        file().write(STATE);
        Files.createDirectories(directory().resolve("master.json.new/full"));
        assertThrows(ZrsException.class, () -> file().write(SavedState.EMPTY));
        assertEquals(STATE, file().read());
    }

    private String damage() {
        ZrsException e = assertThrows(ZrsException.class, file()::read);
        return e.getMessage();
    }
}
