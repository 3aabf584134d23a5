package io.zrs.shell.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was typed, across runs, for its owner's eyes alone: a line each, with {@code \n} for line ends in it. Several shells write to
 * it at once: each adds whole lines at its end under the file's lock.
 */
public final class HistoryFile {
    private static final int MOST = 5000;

    private final Path file;

    /** Made when the first line is added. */
    public HistoryFile(Path file) {
        this.file = file;
    }

    /** The last lines; none if there is no file yet. */
    public List<String> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = lines(Files.readAllBytes(file));
        if (lines.size() > 2 * MOST) {
            shorten();
        }
        return lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    }

    /** Bytes that are no UTF-8 are no reason to forget the rest. */
    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> lines.add(unescaped(line)));
        return lines;
    }

    /** Adds a line. */
    public void add(String line) throws IOException {
        byte[] bytes = (escaped(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = open()) {
            // Until it is closed.
            channel.lock();
            write(channel, channel.size(), bytes);
        }
    }

    private void shorten() throws IOException {
        try (FileChannel channel = open()) {
            // Until it is closed.
            channel.lock();
            List<String> lines = lines(Files.readAllBytes(file));
            StringBuilder kept = new StringBuilder();
            for (String line : lines.subList(Math.max(0, lines.size() - MOST), lines.size())) {
                kept.append(escaped(line)).append('\n');
            }
            channel.truncate(0);
            write(channel, 0, kept.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private FileChannel open() throws IOException {
        FileAttribute<?> directory = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Path parent = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent, directory);
        }
        FileAttribute<?> owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), owner);
    }

    private static void write(FileChannel channel, long at, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        long place = at;
        while (left.hasRemaining()) {
            place += channel.write(left, place);
        }
    }

    static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        boolean escape = false;
        for (char c : line.toCharArray()) {
            if (escape) {
                text.append(c == 'n' ? '\n' : c == 'r' ? '\r' : c);
            } else if (c != '\\') {
                text.append(c);
            }
            escape = !escape && c == '\\';
        }
        return text.toString();
    }
}
