package io.zrs.bag.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.bag.BagInfo;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesRecoveryTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws Exception {
        return Files.write(folder.resolve("run.txt"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wholeLinesAreWhole() throws Exception {
        CheckResult result = Check.check(file("0.0,A,x\r\n2.5,B,y,z\r\n1.5,A,\r\n"), TestBags.quiet());
        assertEquals(BagInfo.State.WHOLE, result.state());
        assertEquals(3, result.messages());
        assertEquals(1, result.disorder());
    }

    @Test
    void badLinesGoAndATornOneGetsItsEndWhichIsSaid() throws Exception {
        Path in = file("0.0,A,x\r\nnonsense\r\n2.5e0,B,y,z\r\n\r\n3,A,to");
        CheckResult before = Check.check(in, TestBags.quiet());
        assertEquals(BagInfo.State.DAMAGED, before.state());
        assertEquals(
                List.of(2L, 5L), before.findings().stream().map(Finding::place).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecoveryResult result = Recovery.recover(in, Channels.newChannel(out), TestBags.quiet());
        assertEquals("0.0,A,x\r\n2.5e0,B,y,z\r\n3,A,to\r\n", out.toString(StandardCharsets.UTF_8));
        assertEquals(2, result.count());
        assertEquals(Finding.Consequence.PART, result.unsaved().get(1).consequence());
        assertEquals(2L, result.saved().get("A"));
        assertEquals(
                BagInfo.State.WHOLE,
                Check.check(file(out.toString(StandardCharsets.UTF_8)), TestBags.quiet())
                        .state());
    }
}
