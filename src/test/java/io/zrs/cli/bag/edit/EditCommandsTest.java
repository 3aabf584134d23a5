package io.zrs.cli.bag.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.record.DiskFile;
import io.zrs.bag.record.LocalDisk;
import io.zrs.cli.bag.BagCommands;
import io.zrs.cli.command.ErrorReport;
import io.zrs.cli.command.FakeWorld;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EditCommandsTest {
    private static final long START = 1_772_368_496_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final StringBuilder told = new StringBuilder();

    /** A map that is latched, and five positions, one a second, of which the last is no line's. */
    @BeforeEach
    void record() throws IOException {
        BagChannel map = new BagChannel("/map", BagChannel.JSON, Optional.empty(), Map.of("latching", "true"));
        BagChannel odom = new BagChannel("/odom", BagChannel.TEXT, Optional.empty(), Map.of());
        FileChannel out =
                FileChannel.open(folder.resolve("run.mcap"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (McapBagWriter writer = new McapBagWriter(out, Compression.NONE, 1)) {
            writer.write(new BagMetadata("m", Map.of("a", "b")));
            writer.write(new BagAttachment(START, 0, "a", "text/plain", 1), new byte[] {1});
            writer.write(new BagMessage(map, 0, START, START, "{\"w\":3}".getBytes(StandardCharsets.US_ASCII)));
            for (int i = 0; i < 5; i++) {
                byte[] payload = (i == 4 ? "a\nb" : "{\"x\":" + i + "}").getBytes(StandardCharsets.US_ASCII);
                writer.write(new BagMessage(odom, i, START + i * SECOND, START + i * SECOND, payload));
            }
        }
    }

    /** Runs it; paths begin with {@code @}. */
    private int run(String... words) {
        FakeWorld world = new FakeWorld();
        List<String> args = new ArrayList<>();
        for (String word : words) {
            args.add(word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word);
        }
        ErrorReport errors = new ErrorReport(world.context());
        CommandLine line = BagCommands.TREE
                .line(world.context(), args)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
        int code = line.execute(args.toArray(new String[0]));
        told.append("$ zrs bag ").append(String.join(" ", words)).append('\n');
        told.append((world.out() + world.err()).replace(folder + "/", "@"));
        told.append("[").append(code).append("]\n");
        return code;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void tellWhatTheyDid() throws Exception {
        run("filter", "@run.mcap", "@cut.mcap", "-s", "2", "-u", "1s");
        run("filter", "@run.mcap", "@cut.mcap", "-s", "2");
        run("filter", "@run.mcap", "@cut.mcap", "-f", "--json", "--no-latched", "x > 1");
        run("filter", "@run.mcap", "@run.mcap", "-f");
        run("filter", "@run.mcap", "@none.mcap", "-s", "3", "--end", "2");
        run("merge", "@run.mcap", "@cut.mcap", "-o", "@both.mcap", "--offset", "@cut.mcap=1");
        run("merge", "@run.mcap");
        Files.writeString(folder.resolve("begun.txt"), "1500,/t,since the beginning\r\n");
        Files.writeString(folder.resolve("dated.txt"), "1543456938600,/t,since 1970\r\n");
        run("merge", "@begun.txt", "@dated.txt", "@cut.mcap", "-o", "@decades.mcap");
        Files.delete(folder.resolve("begun.txt"));
        Files.delete(folder.resolve("dated.txt"));
        Files.delete(folder.resolve("decades.mcap"));
        run("convert", "@run.mcap", "@run.txt");
        run("convert", "@run.txt", "@back.mcap", "--zstd");
        run("convert", "@run.mcap", "@unnamed");
        run("convert", "@run.mcap", "@a.txt", "--zstd");
        run("check", "@run.mcap", "@cut.mcap", "@both.mcap", "@run.txt", "@back.mcap");
        assertEquals(List.of("back.mcap", "both.mcap", "cut.mcap", "run.mcap", "run.txt"), names());
        check("edit");
    }

    @Test
    void giveTopicsOtherNames() throws Exception {
        run("filter", "@run.mcap", "@cut.mcap", "--topics", "/odom", "--remap", "/odom:=/base", "-p", "/r1");
        run("convert", "@run.mcap", "@out.txt", "--remap", "/odmo:=/base", "--prefix", "/r1");
        run("merge", "@run.mcap", "@run.mcap", "-o", "@two.mcap", "-p", "/r1", "-p", "/r2");
        run("merge", "@run.mcap", "@run.mcap", "-o", "@one.mcap", "-p", "/both");
        run("merge", "@run.mcap", "@cut.mcap", "@run.mcap", "-o", "@none.mcap", "-p", "/r1", "-p", "/r2");
        run("convert", "@run.mcap", "@none.mcap", "-p", "/r1", "-p", "/r2");
        run("filter", "@run.mcap", "@none.mcap", "--remap", "/odom=/base");
        for (String written : List.of("@cut.mcap", "@out.txt", "@two.mcap", "@one.mcap")) {
            run("info", "-y", "-k", "topics", written);
        }
        assertEquals(List.of("cut.mcap", "one.mcap", "out.txt", "run.mcap", "two.mcap"), names());
        check("renamed");
    }

    @Test
    void tellWhatIsDamaged() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("run.mcap"));
        int middle = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\"x\":2");
        byte[] flipped = whole.clone();
        flipped[middle] ^= 1;
        Files.write(folder.resolve("flipped.mcap"), flipped);
        Files.write(folder.resolve("cut.mcap"), Arrays.copyOf(whole, middle));
        Files.write(folder.resolve("run.mcap.active"), Arrays.copyOf(whole, middle));
        Files.writeString(folder.resolve("torn.txt"), "1.0,A,x\r\nwhat\r\n2,A,y");
        run("check", "@flipped.mcap", "@cut.mcap", "@run.mcap.active", "@torn.txt", "@missing.mcap");
        run("check", "--json", "@flipped.mcap");
        run("recover", "@flipped.mcap");
        run("recover", "@flipped.mcap");
        run("recover", "@cut.mcap", "--json");
        run("recover", "@run.mcap.active", "-o", "@whole.mcap");
        run("recover", "@torn.txt", "--in-place");
        run("check", "@flipped.recovered.mcap", "@cut.recovered.mcap", "@whole.mcap", "@torn.txt");
        check("damaged");
    }

    @Test
    void takesTheNameOfAFinishedRecordingUnlessItsRecorderIsAtWork() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("run.mcap"));
        Path active = folder.resolve("live.mcap.active");
        try (DiskFile recorder = new LocalDisk().create(active)) {
            recorder.write(ByteBuffer.wrap(whole));
            assertEquals(2, run("recover", "@live.mcap.active", "--in-place"), told.toString());
        }
        assertEquals(0, run("recover", "@live.mcap.active", "--in-place"), told.toString());
        assertEquals(List.of("live.mcap", "run.mcap"), names());
        Files.write(folder.resolve("short.mcap"), Arrays.copyOf(whole, 5));
        run("check", "@short.mcap");
        run("filter", "@run.mcap", "@lines.txt");
        check("in-place");
    }

    /** How long a file is depends on the version's name. */
    private void check(String name) {
        Golden.check(
                EditCommandsTest.class,
                name,
                told.toString()
                        .replaceAll("[0-9.]+ (B|KB)\\b", "SIZE")
                        .replaceAll("\"bytes\":[0-9]+", "\"bytes\":N")
                        .replaceAll("byte\":[0-9]+", "byte\":N")
                        .replaceAll("byte [0-9]+", "byte N"));
    }
}
