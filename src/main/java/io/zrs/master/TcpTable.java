package io.zrs.master;

import io.zrs.zmtp.PeerProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Linux's own view of its TCP connections ({@code proc(5)}, {@code /proc/net/tcp}): how often it has sent again, or asked
 * a closed window, without any answer. Read at most every five seconds. Other systems have no such file, and nobody is
 * taken for gone there.
 */
final class TcpTable implements PeerProbe {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int UNANSWERED_IN_A_ROW = 3;
    private static final int HEX = 16;

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int TIMER = 5;
    private static final int RETRANSMITS = 6;
    private static final int PROBES = 8;

    private final List<Path> tables;
    private final LongSupplier clock;
    private Set<String> unanswered = Set.of();
    private long readAt;
    private boolean everRead;

    TcpTable(LongSupplier clock) {
        this(TABLES, clock);
    }

    TcpTable(List<Path> tables, LongSupplier clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public boolean isUnanswered(InetSocketAddress local, InetSocketAddress remote) {
        long now = clock.getAsLong();
        if (!everRead || now - readAt > FRESH_NANOS) {
            unanswered = read();
            readAt = now;
            everRead = true;
        }
        return unanswered.contains(key(hex(local), hex(remote)));
    }

    private Set<String> read() {
        Set<String> found = new HashSet<>();
        for (Path table : tables) {
            try {
                for (String line : Files.readAllLines(table)) {
                    add(line.strip().split("\\s+"), found);
                }
            } catch (IOException e) {
                continue; // no such table on this system: nobody in it is known to be gone
            }
        }
        return found;
    }

    private static void add(String[] columns, Set<String> found) {
        if (columns.length <= PROBES || !columns[0].endsWith(":")) {
            return;
        }
        boolean retransmits =
                columns[TIMER].startsWith("01:") && Integer.parseInt(columns[RETRANSMITS], HEX) >= UNANSWERED_IN_A_ROW;
        boolean probes = columns[TIMER].startsWith("04:") && Integer.parseInt(columns[PROBES]) >= UNANSWERED_IN_A_ROW;
        if (retransmits || probes) {
            found.add(key(withoutMapping(columns[LOCAL]), withoutMapping(columns[REMOTE])));
        }
    }

    private static String key(String local, String remote) {
        return local + " " + remote;
    }

    /** IPv4 in IPv6 stands for the IPv4 address itself. */
    private static String withoutMapping(String address) {
        String mapped = "0000000000000000FFFF0000";
        return address.startsWith(mapped) ? address.substring(mapped.length()) : address;
    }

    /** The table shows addresses as 32-bit words in the machine's order, little-endian on all of today's. */
    private static String hex(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        byte[] bytes = ip.getAddress();
        StringBuilder out = new StringBuilder();
        for (int word = 0; word < bytes.length; word += Integer.BYTES) {
            for (int i = Integer.BYTES - 1; i >= 0; i--) {
                out.append(String.format(Locale.ROOT, "%02X", bytes[word + i] & 0xff));
            }
        }
        return out.append(String.format(Locale.ROOT, ":%04X", address.getPort()))
                .toString();
    }
}
