package io.zrs.launch.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Linux's {@code /proc}; the fields of {@code stat} are those of proc(5).
 *
 * @param root where it is mounted
 */
record ProcProcesses(Path root) implements ProcessTable {
    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int SESSION = 3;
    private static final int STARTED = 19;

    @Override
    public List<Entry> read(String mark) {
        List<Entry> entries = new ArrayList<>();
        byte[] wanted = mark.getBytes(StandardCharsets.US_ASCII);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "[0-9]*")) {
            for (Path folder : folders) {
                entry(folder, wanted).ifPresent(entries::add);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + root, e);
        }
        return entries;
    }

    private static Optional<Entry> entry(Path folder, byte[] mark) {
        try {
            String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
            // A program's name is in parentheses, and may have some itself.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (fields[STATE].equals("Z") || fields[STATE].equals("X")) {
                return Optional.empty();
            }
            long pid = Long.parseLong(folder.getFileName().toString());
            return Optional.of(new Entry(
                    pid,
                    Long.parseLong(fields[PARENT]),
                    Long.parseLong(fields[SESSION]),
                    Long.parseLong(fields[STARTED]),
                    isMarked(folder, mark)));
        } catch (IOException e) {
            // It has ended meanwhile.
            return Optional.empty();
        }
    }

    private static boolean isMarked(Path folder, byte[] mark) {
        try {
            return contains(Files.readAllBytes(folder.resolve("environ")), mark);
        } catch (IOException e) {
            // Another user's, or it has ended.
            return false;
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int from = 0; from + wanted.length <= bytes.length; from++) {
            int same = 0;
            while (same < wanted.length && bytes[from + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
