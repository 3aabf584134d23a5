package io.zrs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code src/build/commit}: which commit a build says it is of. */
class CommitIT {
    private static final Pattern CONSTANT = Pattern.compile("String CURRENT = \"(.*)\";");

    @TempDir
    Path scratch;

    @Test
    void isTheCheckoutsOwn() throws IOException, InterruptedException {
        Path sources = Files.createDirectory(scratch.resolve("sources"));
        Files.writeString(sources.resolve("file"), "one");
        assertEquals("unknown", commit(sources));

        git(sources, "init", "--quiet");
        assertEquals("unknown", commit(sources), "there is no commit yet");
        git(sources, "add", "file");
        git(sources, "-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "--quiet", "-m", "m");
        String hash = git(sources, "rev-parse", "HEAD").substring(0, 7);
        assertEquals(hash, commit(sources));

        FileTime before = Files.getLastModifiedTime(generated());
        Files.writeString(sources.resolve("new"), "not Git's");
        assertEquals(hash, commit(sources));
        assertEquals(before, Files.getLastModifiedTime(generated()), "it would be compiled again for nothing");

        Files.writeString(sources.resolve("file"), "another");
        assertEquals(hash + "-dirty", commit(sources));

        Path inside = Files.createDirectory(sources.resolve("unpacked"));
        assertEquals("unknown", commit(inside), "the checkout around it is not its own");
    }

    private Path generated() {
        return scratch.resolve("generated/io/zrs/model/Commit.java");
    }

    private String commit(Path sources) throws IOException, InterruptedException {
        String script = Path.of("src/build/commit").toAbsolutePath().toString();
        run(sources, List.of(script, scratch.resolve("generated").toString()));
        Matcher found = CONSTANT.matcher(Files.readString(generated()));
        assertTrue(found.find());
        return found.group(1);
    }

    private static String git(Path directory, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        return run(directory, command);
    }

    private static String run(Path directory, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
