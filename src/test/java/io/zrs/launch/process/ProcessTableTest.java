package io.zrs.launch.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.launch.process.ProcessTable.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
    private static Entry entry(long pid, long parent, long session) {
        return new Entry(pid, parent, session, 7, false);
    }

    private static List<Long> family(Entry... entries) {
        return new Family(100).find(List.of(entries), true).stream().sorted().toList();
    }

    @Test
    void aFamilyIsASessionAndWhatIsMarkedAndTheirChildren() {
        assertEquals(
                List.of(100L, 101L, 102L, 200L, 201L, 202L),
                family(
                        entry(202, 201, 202),
                        entry(201, 200, 200),
                        entry(100, 1, 100),
                        entry(101, 1, 100),
                        entry(102, 101, 102),
                        new Entry(200, 1, 200, 7, true),
                        entry(300, 1, 300),
                        entry(301, 300, 300)));
    }

    /** As {@code env -i setsid program &} leaves one behind. */
    @Test
    void whoWasOneOfThemStaysOne() {
        Family family = new Family(100);
        assertEquals(
                2,
                family.find(List.of(entry(100, 1, 100), entry(150, 100, 150)), true)
                        .size());
        assertEquals(List.of(150L), family.find(List.of(entry(150, 1, 150)), false));
        assertEquals(
                List.of(150L, 160L),
                family.find(List.of(entry(150, 1, 150), entry(160, 150, 160)), false).stream()
                        .sorted()
                        .toList());
        assertEquals(List.of(), family.find(List.of(new Entry(150, 1, 150, 8, false)), false), "a later process");
    }

    @Test
    void aNumberThatAnotherProcessHasNowIsNotTheirs() {
        assertEquals(List.of(), new Family(100).find(List.of(entry(100, 1, 100), entry(101, 100, 100)), false));
        assertEquals(List.of(101L), new Family(100).find(List.of(entry(101, 1, 100)), false));
    }

    @Test
    void thisProcessIsNobodysFamily() {
        long self = ProcessHandle.current().pid();
        assertEquals(List.of(), family(new Entry(self, 1, self, 7, true)));
    }

    @Test
    void procIsReadAsItIs(@TempDir Path root) throws IOException {
        process(
                root,
                "10",
                "(a b) c) S 1 10 10 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 77 9",
                "A=1\0ZRS_LAUNCH_ID=out.1; id.2;\0B=2\0");
        process(root, "11", "(z) Z 10 10 10 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 77 9", "ZRS_LAUNCH_ID=id.2;\0");
        process(root, "12", "(c) R 10 12 12 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 77 9", "ZRS_LAUNCH_ID=id.22;\0");
        Files.createDirectory(root.resolve("13"));
        Files.createDirectory(root.resolve("self"));
        List<Entry> entries = new ProcProcesses(root)
                .read("id.2;").stream()
                        .sorted((a, b) -> Long.compare(a.pid(), b.pid()))
                        .toList();
        assertEquals(List.of(new Entry(10, 1, 10, 77, true), new Entry(12, 10, 12, 77, false)), entries);
    }

    private static void process(Path root, String pid, String stat, String environment) throws IOException {
        Path folder = Files.createDirectory(root.resolve(pid));
        Files.writeString(folder.resolve("stat"), pid + " " + stat);
        Files.writeString(folder.resolve("environ"), environment);
    }

    @Test
    void psIsReadAsMacosPrintsIt() {
        String lines = "    1     0     1 Ss   /sbin/launchd\n"
                + "  812     1   812 S+   python3 a.py PATH=/bin ZRS_LAUNCH_ID=id.2; HOME=/\n"
                + "  813   812   812 Z    (python3)\n";
        assertEquals(
                List.of(new Entry(1, 0, 1, Entry.UNKNOWN, false), new Entry(812, 1, 812, Entry.UNKNOWN, true)),
                PsProcesses.parse(lines, "id.2;"));
    }
}
