package io.zrs.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of files that are no recordings: what they are instead. */
class BagFileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ZrsException refused(Path path) {
        return assertThrows(ZrsException.class, () -> Bag.open(path).close());
    }

    private void check(String said, ZrsException e) {
        assertEquals(ErrorCode.INVALID, e.code());
        assertEquals(said, (e.getMessage() + "; " + e.remedy()).replace(folder + "/", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty; its recorder has written nothing yet, or never",
                "#ROSBAG V2.0 etc|is a ROS 1 bag; convert it, as by 'mcap convert f OUT.mcap'",
                "SQLite format 3@etc|is an SQLite database, perhaps a ROS 2 bag; convert that, as by 'mcap convert f OUT.mcap'"
                        + " or 'ros2 bag convert'",
                "'\u001f\u008b etc'|is compressed with gzip; unpack it first, as by 'gunzip -k f'",
                "(\u00b5/\u00fd etc|is compressed with zstd; unpack it first, as by 'unzstd f'",
                "'\u0004\"M\u0018'|is compressed with lz4; unpack it first, as by 'unlz4 f'",
                "'PK\u0003\u0004'|is a ZIP archive; unpack it first, as by 'unzip f'",
                "@@@@@@@@@@@|begins with zeros; what was written there never got to the disk; try a backup",
                "hello|is no recording; recordings are MCAP files, or ZeROSMQ's with lines  ms,TOPIC,payload",
                "time,topic,x|is no recording; recordings are MCAP files, or ZeROSMQ's with lines  ms,TOPIC,payload"
            })
    void saysWhatItIs(String content, String said) throws IOException {
        check("f " + said, refused(file("f", content.replace('@', '\0'))));
    }

    @Test
    void saysWhatIsInAFolder() throws IOException {
        String kinds = "recordings are MCAP files, or ZeROSMQ's with lines  ms,TOPIC,payload";
        Path inside = Files.createDirectory(folder.resolve("run"));
        check("run is a folder; name a file; " + kinds, refused(inside));
        file("run/run_0.db3", "");
        check(
                "run is a folder; it is a ROS 2 recording in SQLite; convert that, as by 'mcap convert run/run_0.db3 OUT.mcap'",
                refused(inside));
        file("run/run_0.mcap", "");
        check("run is a folder; name the recording in it: run/run_0.mcap", refused(inside));
        file("run/run_1.mcap", "");
        file("run/run_2.mcap.active", "");
        check(
                "run is a folder; name the recordings in it that you mean, of 3: run/run_0.mcap to run/run_2.mcap.active",
                refused(inside));
    }

    @Test
    void saysThatThereIsNone() throws IOException {
        ZrsException e = refused(folder.resolve("run.mcap"));
        assertEquals(ErrorCode.IO, e.code());
        assertTrue(e.getMessage().endsWith("run.mcap: there is no such file"), e.getMessage());
        file("run.mcap.active", "");
        e = refused(folder.resolve("run.mcap"));
        assertEquals("there is " + folder.resolve("run.mcap.active") + ", which is not finished", e.remedy());
        check(
                "/dev/null is no plain file; reading a recording goes back and forth in it, so save it in a file",
                refused(Path.of("/dev/null")));
    }

    /** Some programs mean standard input by it. */
    @Test
    void saysThatAPipeIsNoRecording() {
        assertEquals(
                "if standard input is meant: reading a recording goes back and forth in it, so save it in a file",
                refused(Path.of("-")).remedy());
    }

    /** Whatever the bytes, it is a recording or one error. */
    @Test
    void survivesAnything() {
        Random random = new Random(9);
        byte[] letters = "\u0089MCAP0\r\n12,T.\0".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 2000; i++) {
            byte[] content = new byte[random.nextInt(60)];
            for (int k = 0; k < content.length; k++) {
                content[k] = random.nextInt(4) == 0 && k < 8 ? letters[k] : letters[random.nextInt(letters.length)];
            }
            try (Bag bag = Bag.open(Files.write(folder.resolve("any"), content));
                    BagCursor cursor = bag.read(BagQuery.ALL)) {
                long count = 0;
                while (cursor.next() != null) {
                    count++;
                }
                assertEquals(bag.info().messages(), count);
            } catch (ZrsException e) {
                assertTrue(e.code() == ErrorCode.INVALID || e.code() == ErrorCode.IO, e.toString());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
