package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpTableTest {
    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout" + " inode\n";
    private static final InetSocketAddress LOCAL = new InetSocketAddress("127.0.0.1", 5555);
    private static final InetSocketAddress REMOTE = new InetSocketAddress("10.0.0.2", 40000);

    @TempDir
    private Path directory;

    private Path file;
    private long now = Long.MAX_VALUE - 1;
    private TcpTable table;

    @BeforeEach
    void open() {
        file = directory.resolve("tcp");
        table = new TcpTable(List.of(file, directory.resolve("missing")), () -> now);
    }

    private void write(String addresses, String timer, String retransmits, int probes) throws IOException {
        Files.writeString(
                file,
                HEADER + "   7: " + addresses + " 01 0001FFFF:00000000 " + timer + ":00000123 " + retransmits
                        + "     0        " + probes + " 4711 1 0000000000000000 20 4 30 10 -1\n");
    }

    private boolean isUnanswered() {
        return table.isUnanswered(LOCAL, REMOTE);
    }

    @ParameterizedTest
    @CsvSource({
        "01,00000003,0,true",
        "01,00000002,0,false",
        "01,0000000F,0,true",
        "04,00000000,3,true",
        "04,00000000,2,false",
        "00,00000009,9,false",
        "02,00000009,9,false"
    })
    void threeInARowUnansweredAreTooMany(String timer, String retransmits, int probes, boolean unanswered)
            throws IOException {
        write("0100007F:15B3 0200000A:9C40", timer, retransmits, probes);
        assertEquals(unanswered, isUnanswered());
    }

    @Test
    void anotherConnectionIsAnotherMatter() throws IOException {
        write("0100007F:15B3 0200000A:9C41", "01", "00000009", 0);
        assertFalse(isUnanswered());
    }

    @Test
    void knowsIpv4WithinIpv6() throws IOException {
        String mapped = "0000000000000000FFFF0000";
        write(mapped + "0100007F:15B3 " + mapped + "0200000A:9C40", "01", "00000009", 0);
        assertTrue(isUnanswered());
    }

    @Test
    void knowsIpv6() throws IOException {
        write("00000000000000000000000001000000:15B3 B80D0120000000000000000001000000:9C40", "01", "00000009", 0);
        assertTrue(table.isUnanswered(new InetSocketAddress("::1", 5555), new InetSocketAddress("2001:db8::1", 40000)));
    }

    @Test
    void looksAgainAfterAWhile() throws IOException {
        write("0100007F:15B3 0200000A:9C40", "01", "00000009", 0);
        assertTrue(isUnanswered());
        Files.writeString(file, HEADER);
        now += TimeUnit.SECONDS.toNanos(5);
        assertTrue(isUnanswered());
        now += 1;
        assertFalse(isUnanswered());
    }

    @ParameterizedTest
    @CsvSource({"''", "garbage", "1: 2 3", "' 0: a b c d e 1 2 x y'"})
    void whatIsNoTableTellsNothing(String text) throws IOException {
        Files.writeString(file, text);
        assertFalse(isUnanswered());
    }

    @Test
    void withoutATableNobodyIsGone() {
        assertFalse(isUnanswered());
    }
}
