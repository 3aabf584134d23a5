package io.zrs.drawing.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ViewerTest {
    /** Long enough for a script on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private Path picture;

    @BeforeEach
    void draw() throws IOException {
        picture = Files.createFile(directory.resolve("a picture's.svg"));
    }

    @Test
    void givesTheFileToXdgOpen() throws IOException {
        programme("xdg-open", "[ $# = 1 ] && printf %s \"$1\" >\"$1\"");
        viewer("Linux").open(picture);
        assertEquals(picture.toString(), Files.readString(picture));
    }

    @Test
    void givesTheFileToOpenOnAMac() throws IOException {
        programme("open", "printf opened >\"$1\"");
        viewer("Mac OS X").open(picture);
        assertEquals("opened", Files.readString(picture));
    }

    @Test
    void startsItInASessionOfItsOwn() throws IOException {
        programme("setsid", "printf 'setsid ' >>\"$2\"; exec \"$@\"");
        programme("xdg-open", "printf opened >>\"$1\"");
        viewer("Linux").open(picture);
        assertEquals("setsid opened", Files.readString(picture));
    }

    @Test
    void readsAndWritesNothingOfOurs() throws IOException {
        programme("xdg-open", "echo noise; echo noise >&2; ! read -r line && printf quiet >\"$1\"");
        viewer("Linux").open(picture);
        assertEquals("quiet", Files.readString(picture));
    }

    @Test
    void doesNotWaitForAViewerThatStays() throws IOException {
        programme("xdg-open", "echo $$ >\"$1\"; exec sleep 60");
        viewer("Linux", Duration.ofMillis(1)).open(picture);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(picture).endsWith("\n") && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        long process = Long.parseLong(Files.readString(picture).strip());
        assertTrue(ProcessHandle.of(process).orElseThrow().destroy());
    }

    @Test
    void tellsWhatFailed() throws IOException {
        programme("xdg-open", "exit 3");
        ZrsException none =
                assertThrows(ZrsException.class, () -> viewer("Linux").open(picture));
        assertEquals("cannot show " + picture + ": xdg-open found no programme for such files", none.getMessage());
        programme("xdg-open", "exit 4");
        ZrsException failed =
                assertThrows(ZrsException.class, () -> viewer("Linux").open(picture));
        assertEquals("cannot show " + picture + ": xdg-open ended with 4", failed.getMessage());
    }

    @Test
    void tellsThatNothingIsThereToOpenItWith() {
        ZrsException error =
                assertThrows(ZrsException.class, () -> viewer("Linux").open(picture));
        assertEquals(ErrorCode.NOT_FOUND, error.code());
        assertEquals("cannot show " + picture + ": there is no xdg-open on PATH", error.getMessage());
        assertTrue(error.remedy().contains("xdg-utils"), error.remedy());
    }

    private Viewer viewer(String system) {
        return viewer(system, PATIENCE);
    }

    private Viewer viewer(String system, Duration patience) {
        return new Viewer(system, Map.of("PATH", "/nonexistent:" + directory)::get, patience);
    }

    private void programme(String name, String script) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
