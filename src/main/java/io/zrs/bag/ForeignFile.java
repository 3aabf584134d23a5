package io.zrs.bag;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a file that is no recording: what it is instead, and what to do about it. */
final class ForeignFile {
    private static final String KINDS = "recordings are MCAP files, or ZeROSMQ's with lines  ms,TOPIC,payload";
    private static final int MOST_LOOKED_AT = 10_000;

    private ForeignFile() {}

    /** How a kind of file begins, what it is and what it takes; {@code %s} in that stands for the file. */
    private enum Kind {
        ROS_1("#ROSBAG V", "is a ROS 1 bag", "convert it, as by 'mcap convert %s OUT.mcap'"),
        ROS_2(
                "SQLite format 3\0",
                "is an SQLite database, perhaps a ROS 2 bag",
                "convert that, as by 'mcap convert %s OUT.mcap' or 'ros2 bag convert'"),
        GZIP("\u001f\u008b", "is compressed with gzip", "unpack it first, as by 'gunzip -k %s'"),
        ZSTD("(\u00b5/\u00fd", "is compressed with zstd", "unpack it first, as by 'unzstd %s'"),
        LZ4("\u0004\"M\u0018", "is compressed with lz4", "unpack it first, as by 'unlz4 %s'"),
        XZ("\u00fd7zXZ", "is compressed with xz", "unpack it first, as by 'unxz -k %s'"),
        BZIP2("BZh", "is compressed with bzip2", "unpack it first, as by 'bunzip2 -k %s'"),
        ZIP("PK\u0003\u0004", "is a ZIP archive", "unpack it first, as by 'unzip %s'"),
        LOST("\0\0\0\0\0\0\0\0", "begins with zeros", "what was written there never got to the disk; try a backup");

        private final byte[] magic;
        private final String what;
        private final String remedy;

        Kind(String magic, String what, String remedy) {
            this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
            this.what = what;
            this.remedy = remedy;
        }

        boolean begins(byte[] head, int length) {
            boolean same = length >= magic.length;
            for (int i = 0; i < magic.length && same; i++) {
                same = head[i] == magic[i];
            }
            return same;
        }
    }

    /** What to say of a file with this beginning. */
    static ZrsException of(Path path, byte[] head, int length) {
        if (length == 0) {
            return invalid(path + " is empty", "its recorder has written nothing yet, or never");
        }
        for (Kind kind : Kind.values()) {
            if (kind.begins(head, length)) {
                return invalid(path + " " + kind.what, kind.remedy.replace("%s", path.toString()));
            }
        }
        return invalid(path + " is no recording", KINDS);
    }

    /** What to say of something that is no file with a beginning and an end. */
    static ZrsException special(Path path) {
        return invalid(
                path + " is no plain file", "reading a recording goes back and forth in it, so save it in a file");
    }

    /** What to say where there is nothing of that name. */
    static ZrsException missing(Path path) {
        Path active = path.resolveSibling(path.getFileName() + ".active");
        String remedy = Files.exists(active) ? "there is " + active + ", which is not finished" : "";
        if (path.toString().equals("-")) {
            remedy = "if standard input is meant: reading a recording goes back and forth in it, so save it in a file";
        }
        return new ZrsException(ErrorCode.IO, "cannot read " + path + ": there is no such file", remedy);
    }

    /** What to say of a folder, as ROS 2 makes one of each recording. */
    static ZrsException folder(Path path) throws IOException {
        if (path.toString().isEmpty()) {
            return invalid("a recording without a name", "name a file; " + KINDS);
        }
        List<String> recordings = new ArrayList<>();
        List<String> databases = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            int looked = 0;
            for (Path file : files) {
                String name = file.toString();
                if (name.endsWith(".mcap") || name.endsWith(".mcap.active")) {
                    recordings.add(name);
                } else if (name.endsWith(".db3")) {
                    databases.add(name);
                }
                if (++looked == MOST_LOOKED_AT) {
                    break;
                }
            }
        }
        recordings.sort(null);
        databases.sort(null);
        return invalid(path + " is a folder", remedy(recordings, databases));
    }

    private static String remedy(List<String> recordings, List<String> databases) {
        if (recordings.size() == 1) {
            return "name the recording in it: " + recordings.get(0);
        }
        if (!recordings.isEmpty()) {
            return "name the recordings in it that you mean, of " + recordings.size() + ": " + recordings.get(0)
                    + " to " + recordings.get(recordings.size() - 1);
        }
        if (!databases.isEmpty()) {
            return "it is a ROS 2 recording in SQLite; convert that, as by 'mcap convert " + databases.get(0)
                    + " OUT.mcap'";
        }
        return "name a file; " + KINDS;
    }

    private static ZrsException invalid(String what, String remedy) {
        return new ZrsException(ErrorCode.INVALID, what, remedy);
    }
}
