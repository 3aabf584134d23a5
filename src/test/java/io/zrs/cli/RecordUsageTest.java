package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.cli.command.FakeWorld;
import io.zrs.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code zrs record} says of command lines that make no sense: each before a master is looked for. */
class RecordUsageTest {
    private static final List<String> WRONG = List.of(
            "",
            "-x /a.*",
            "/a -x /b",
            "-e (",
            "-a -x [",
            "/a -o run -O walk",
            "/a --split",
            "/a --max-splits 3",
            "/a --split --duration soon",
            "/a --size 5XB",
            "/a --size 1B",
            "/a -l 0",
            "/a -j --lz4",
            "/a --compression bz2",
            "/a --compression zstd --lz4",
            "/a --pre 10s",
            "/a --post 10s",
            "/a --when 'x",
            "/a -b 100000GB",
            "/a -b -1",
            "/a --chunksize 1GB",
            "/a --min-free much",
            "/a --repeat-lached");

    @Test
    void isAnsweredInOneLine() {
        StringBuilder all = new StringBuilder();
        for (String line : WRONG) {
            FakeWorld world = new FakeWorld();
            String command = ("record " + line).strip();
            assertEquals(2, Zrs.run(world.context(), List.of(command.split(" "))), command);
            assertEquals(1, world.err().lines().count(), world.err());
            all.append("$ zrs ").append(command).append('\n');
            // How large the heap is depends on the machine.
            all.append(world.err().replaceAll("\\d+ MB;", "N MB;").replaceAll("at most \\d+MB", "at most NMB"));
        }
        Golden.check(RecordUsageTest.class, "record-usage", all.toString());
    }
}
