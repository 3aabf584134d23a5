package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ViewTargetTest {
    private final FakeWorld world = new FakeWorld();

    @Test
    void aFileSaysWhatItIs() throws IOException {
        Path file = target().temporaryFile(".svg");
        String name = file.getFileName().toString();
        Files.delete(file);
        assertTrue(name.startsWith("zrs-graph-") && name.endsWith(".svg"), name);
    }

    @Test
    void withoutADisplayItSaysWhereThePictureIs() {
        target().show(Path.of("/tmp/a.svg"));
        assertEquals("zrs: there is no display to view it on: the graph is in /tmp/a.svg\n", world.err());
    }

    @Test
    void withADisplayAndNoViewerItIsAnError(@TempDir Path empty) {
        world.with("DISPLAY", ":65000").with("PATH", empty.toString());
        ZrsException error = assertThrows(ZrsException.class, () -> target().show(Path.of("/tmp/a.svg")));
        assertEquals("cannot show /tmp/a.svg: there is no xdg-open on PATH", error.getMessage());
        assertEquals("", world.err());
    }

    @Test
    void withoutADisplayThereIsNoWindow() {
        assertTrue(target().window("title", 100, 100).isEmpty());
        assertEquals("zrs: there is no display to open a window on\n", world.err());
    }

    private ViewTarget target() {
        return new ViewTarget(world.context(), "graph");
    }
}
