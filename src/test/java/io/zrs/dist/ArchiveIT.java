package io.zrs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.dist.Installation.Outcome;
import io.zrs.model.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The class-data archive: made behind the user's back, used when it fits, never seen. */
class ArchiveIT {
    private static final String OTHER_VERSION = "9.9.9";

    @TempDir
    Path scratch;

    @ParameterizedTest
    @MethodSource("io.zrs.dist.Javas#homes")
    void isMadeOnceByManyFirstRunsAndNeverHoldsTheCodeOfAJarThatWasReplaced(Path java)
            throws IOException, InterruptedException {
        Installation zrs = new Installation(scratch, "zrs", java);
        byte[] original = Files.readAllBytes(zrs.jar());
        FileTime time = Files.getLastModifiedTime(zrs.jar());
        install(zrs, withVersion(original, Version.current()), time);
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(zrs.start(List.of(zrs.launcher().toString(), "--version")));
        }
        for (Process one : all) {
            assertVersion(Version.current(), Installation.outcome(one));
        }
        zrs.awaitArchive(Set.of());
        zrs.assertArchived(true);
        assertVersion(Version.current(), zrs.zrs("--version"));

        Set<String> old = zrs.keys();
        assertEquals(1, old.size());
        long size = Files.size(zrs.jar());
        install(zrs, withVersion(original, OTHER_VERSION), time);
        assertEquals(size, Files.size(zrs.jar()), "a jar that only its content tells from the one before");
        assertVersion(OTHER_VERSION, zrs.zrs("--version"));
        zrs.awaitArchive(old);
        assertVersion(OTHER_VERSION, zrs.zrs("--version"));
    }

    @Test
    void isMadeBesideTheJarOnDemandAndFollowsAnUpgradeOfJavaAndAMove() throws IOException, InterruptedException {
        Installation zrs = new Installation(scratch, "before", wrap("17.0.900"));
        assertEquals(new Outcome(0, "", ""), zrs.with("ZRS_ARCHIVE", "make").zrs("--version"));
        zrs.with("ZRS_ARCHIVE", null).assertArchived(true);
        assertFalse(Files.exists(zrs.cache()));
        zrs.with("ZRS_ARCHIVE", "off").assertArchived(false);
        assertFalse(Files.exists(zrs.cache()));

        wrap("17.0.901");
        zrs.with("ZRS_ARCHIVE", null).assertArchived(false);
        zrs.awaitArchive(Set.of());
        zrs.assertArchived(true);

        Set<String> old = zrs.keys();
        zrs.moveTo("after,moved"); // Java 17 takes classes from no archive below a path with blanks
        zrs.assertArchived(false);
        zrs.awaitArchive(old);
        zrs.assertArchived(true);
        assertEquals(1, zrs.keys().size(), "the archive of the place that is no more is gone");
    }

    @Test
    void isNotTriedAgainWhereItCannotBeMade() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"));
        Installation zrs = new Installation(scratch, "zrs", java);
        Path script = zrs.root().resolve("lib/make-archive");
        Files.writeString(script, Files.readString(script).replace("-Xshare:dump", "-Xshare:nonsense"));
        assertEquals(1, zrs.with("ZRS_ARCHIVE", "make").zrs("--version").code());
        assertVersion(Version.current(), zrs.with("ZRS_ARCHIVE", null).zrs("--version"));
        assertFalse(Files.exists(zrs.cache()), "it was tried again");
    }

    @Test
    void isDoneWithoutWhereThereIsNoHome() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"));
        Installation zrs = new Installation(scratch, "zrs", java).with("XDG_CACHE_HOME", null);
        assertVersion(Version.current(), zrs.zrs("--version"));
        assertVersion(Version.current(), zrs.with("HOME", "/proc/no-home").zrs("--version"));
        assertVersion(Version.current(), zrs.with("HOME", "").zrs("--version"));
        assertVersion(Version.current(), zrs.with("XDG_CACHE_HOME", "relative").zrs("--version"));
        assertFalse(Files.exists(Path.of("relative")));
    }

    private static void assertVersion(String version, Outcome outcome) {
        assertTrue(outcome.out().startsWith("zrs " + version + " (commit "), outcome.toString());
        assertEquals(1, outcome.out().lines().count());
        assertEquals("", outcome.err());
        assertEquals(0, outcome.code());
    }

    private static void install(Installation zrs, byte[] jar, FileTime time) throws IOException {
        Files.write(zrs.jar(), jar);
        Files.setLastModifiedTime(zrs.jar(), time);
    }

    /** The jar, not compressed, so that the version does not change its size. */
    private static byte[] withVersion(byte[] jar, String version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new java.io.ByteArrayInputStream(jar));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                if (entry.getName().endsWith("/Version.class")) {
                    String text = new String(content, StandardCharsets.ISO_8859_1);
                    content = text.replace(Version.current(), version).getBytes(StandardCharsets.ISO_8859_1);
                }
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setMethod(ZipEntry.STORED);
                copy.setSize(content.length);
                copy.setCrc(sum.getValue());
                copy.setTime(0);
                to.putNextEntry(copy);
                to.write(content);
            }
        }
        return out.toByteArray();
    }

    /** A home whose java runs this test's Java, and whose release says another version. */
    private Path wrap(String version) throws IOException {
        Path home = scratch.resolve("java");
        Path program = home.resolve("bin/java");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' \"$@\"\n");
        assertTrue(program.toFile().setExecutable(true));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
