package io.zrs.cli.doctor;

import io.zrs.doctor.Listener;
import io.zrs.doctor.MasterFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which processes listen where: Linux's {@code /proc} ({@code proc(5)}); nothing on other systems. Read once. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final String MAIN = "io.zrs.cli.Main";
    private static final int DEFAULT_PORT = 5555;
    private static final int FIRST_DATA_PORT = 20_000;

    /** A longer one is no file's name, but the program itself, as after {@code python3 -c}. */
    private static final int LONGEST_WORD = 60;

    private final Map<String, Long> owners = new HashMap<>();
    private List<TcpListeners.Row> rows;

    /** Who listens on this port, on whatever address. */
    List<Listener> on(int port) {
        return rows().stream()
                .filter(row -> row.port() == port)
                .map(this::listener)
                .toList();
    }

    /** The control ports of the {@code zrs master}s here, by port. */
    List<Listener> masters() {
        List<Listener> masters = new ArrayList<>();
        Map<Long, List<Listener>> byProcess = new HashMap<>();
        for (TcpListeners.Row row : rows()) {
            Listener listener = listener(row);
            if (listener.pid() != 0 && listener.program().startsWith("zrs master")) {
                byProcess
                        .computeIfAbsent(listener.pid(), pid -> new ArrayList<>())
                        .add(listener);
            }
        }
        byProcess.forEach((pid, ports) -> control(words(pid), ports).ifPresent(masters::add));
        masters.sort((a, b) -> Integer.compare(a.port(), b.port()));
        return masters;
    }

    /** The port that it was told; of one that took a free one, what is below the data ports or alone. */
    private static Optional<Listener> control(List<String> words, List<Listener> ports) {
        int option = words.indexOf("--port");
        String told = option >= 0 && option + 1 < words.size()
                ? words.get(option + 1)
                : words.stream()
                        .filter(word -> word.startsWith("--port="))
                        .map(word -> word.substring("--port=".length()))
                        .findFirst()
                        .orElse(Integer.toString(DEFAULT_PORT));
        return told.equals("0")
                ? ports.stream()
                        .filter(listener -> ports.size() == 1
                                || listener.port() > 2 * FIRST_DATA_PORT
                                || listener.port() < FIRST_DATA_PORT)
                        .findFirst()
                : ports.stream()
                        .filter(listener -> Integer.toString(listener.port()).equals(told))
                        .findFirst();
    }

    private List<TcpListeners.Row> rows() {
        if (rows == null) {
            rows = TcpListeners.read();
            readOwners();
        }
        return rows;
    }

    private void readOwners() {
        for (Path process : list(PROC)) {
            String name = process.getFileName().toString();
            if (name.chars().allMatch(Character::isDigit)) {
                for (Path descriptor : list(process.resolve("fd"))) {
                    try {
                        owners.put(Files.readSymbolicLink(descriptor).toString(), Long.parseLong(name));
                    } catch (IOException e) {
                        continue; // closed meanwhile
                    }
                }
            }
        }
    }

    private Listener listener(TcpListeners.Row row) {
        long pid = owners.getOrDefault("socket:[" + row.inode() + "]", 0L);
        return new Listener(row.ip(), row.port(), pid, pid == 0 ? "" : program(words(pid)), isStopped(pid));
    }

    private static List<String> words(long pid) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(line.split("\0"));
        } catch (IOException e) {
            return List.of(); // it has ended
        }
    }

    /** What a person would call it: a zrs command, or the program with its first argument that is no option. */
    private static String program(List<String> words) {
        int main = words.indexOf(MAIN);
        if (main >= 0) {
            return "zrs " + (main + 1 < words.size() ? words.get(main + 1) : "");
        }
        if (words.isEmpty()) {
            return "";
        }
        String first = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        return words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-") && word.length() <= LONGEST_WORD)
                .findFirst()
                .map(word -> first + " " + word)
                .orElse(first);
    }

    private static boolean isStopped(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String state = stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
            return state.equals("T");
        } catch (IOException e) {
            return false; // of another user, or it has ended
        }
    }

    /** The descriptors of a process of this user that listens on this port; empty if it is none. */
    Optional<MasterFacts.Descriptors> descriptors(long pid, int port) {
        if (on(port).stream().noneMatch(listener -> listener.pid() == pid)) {
            return Optional.empty();
        }
        long open = list(PROC.resolve(pid + "/fd")).size();
        return descriptorLimit(Long.toString(pid)).map(limit -> new MasterFacts.Descriptors(open, limit));
    }

    /** How many descriptors a process may have, by its number or {@code self}; empty where that cannot be known. */
    static Optional<Long> descriptorLimit(String process) {
        String row = "Max open files";
        try (Stream<String> lines = Files.lines(PROC.resolve(process + "/limits"))) {
            return lines.filter(line -> line.startsWith(row))
                    .map(line -> line.substring(row.length()).strip().split("\\s+")[0])
                    .map(limit -> limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            return List.of(); // of another user, or gone
        }
    }
}
