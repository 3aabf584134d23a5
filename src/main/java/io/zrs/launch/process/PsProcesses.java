package io.zrs.launch.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where there is no {@code /proc}, as on macOS: by {@code ps}, which shows the environment behind the command. */
final class PsProcesses implements ProcessTable {
    private static final int FIELDS = 5;

    @Override
    public List<Entry> read(String mark) {
        try {
            Process ps = new ProcessBuilder("ps", "-axEww", "-o", "pid=,ppid=,pgid=,stat=,command=")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return parse(new String(ps.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1), mark);
        } catch (IOException e) {
            throw new IllegalStateException("cannot run ps", e);
        }
    }

    static List<Entry> parse(String lines, String mark) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.split("\n")) {
            String[] fields = line.strip().split("\\s+", FIELDS);
            if (fields.length >= FIELDS - 1 && !fields[3].startsWith("Z")) {
                entries.add(new Entry(
                        Long.parseLong(fields[0]),
                        Long.parseLong(fields[1]),
                        Long.parseLong(fields[2]),
                        Entry.UNKNOWN,
                        line.contains(mark)));
            }
        }
        return entries;
    }
}
