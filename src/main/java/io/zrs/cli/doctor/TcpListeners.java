package io.zrs.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The listening sockets of {@code /proc/net/tcp} and {@code tcp6} ({@code proc(5)}). */
final class TcpListeners {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEX = 16;
    private static final String LISTENING = "0A";

    private TcpListeners() {}

    /**
     * One of them.
     *
     * @param ip its address in numbers
     * @param port its port
     * @param inode what tells whose it is
     */
    record Row(String ip, int port, String inode) {}

    static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (Path table : TABLES) {
            try {
                rows.addAll(parse(Files.readAllLines(table)));
            } catch (IOException e) {
                continue; // no such table on this system
            }
        }
        return rows;
    }

    static List<Row> parse(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length > INODE && columns[STATE].equals(LISTENING)) {
                add(columns, rows);
            }
        }
        return rows;
    }

    /** What cannot be read is no socket that anybody can be told of. */
    private static void add(String[] columns, List<Row> rows) {
        int colon = columns[LOCAL].indexOf(':');
        try {
            int port = Integer.parseInt(columns[LOCAL].substring(colon + 1), HEX);
            rows.add(new Row(address(columns[LOCAL].substring(0, Math.max(0, colon))), port, columns[INODE]));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return;
        }
    }

    /** 32-bit words in the machine's order, little-endian on all of today's. */
    private static String address(String hex) throws UnknownHostException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] ordered = new byte[bytes.length];
        for (int i = 0; i < bytes.length / Integer.BYTES * Integer.BYTES; i++) {
            ordered[i] = bytes[i / Integer.BYTES * Integer.BYTES + Integer.BYTES - 1 - i % Integer.BYTES];
        }
        InetAddress address = InetAddress.getByAddress(ordered);
        return address.isAnyLocalAddress() && bytes.length > Integer.BYTES ? "::" : address.getHostAddress();
    }
}
