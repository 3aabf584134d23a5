package io.zrs.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ZrsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheDirectoryThatIsNotThere() {
        FreeSpace space = new FreeSpace(new LocalDisk(), folder.resolve("a/b"), 1);
        ZrsException refused = assertThrows(ZrsException.class, () -> space.check(0));
        assertEquals("there is no directory " + folder.resolve("a/b"), refused.getMessage());
    }

    @Test
    void comparesInTheUnitThatWasAskedFor() {
        FakeDisk disk = new FakeDisk();
        disk.capacity = 1_200_000;
        FreeSpace space = new FreeSpace(disk, folder, 1_500_000);
        String refused = assertThrows(ZrsException.class, () -> space.check(0)).getMessage();
        assertTrue(refused.endsWith(" has only 1200 KB left, and 1500 KB are to stay free"), refused);
    }
}
