package io.zrs.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TcpListenersTest {
    @Test
    void readsWhatListensOfTheKernelsTables() {
        List<TcpListeners.Row> rows = TcpListeners.parse(List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:15B3 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0",
                "   1: 0100007F:15B3 0100007F:E000 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0",
                "   2: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A"
                        + " 00000000:00000000 00:00000000 00000000 0 0 4713 1 0",
                "   3: 00000000000000000000000000000000:0016 00000000000000000000000000000000:0000 0A"
                        + " 00000000:00000000 00:00000000 00000000 0 0 4714 1 0",
                "short"));
        assertEquals(
                List.of("127.0.0.1 5555 4711", "0:0:0:0:0:0:0:1 8080 4713", ":: 22 4714"),
                rows.stream()
                        .map(row -> row.ip() + " " + row.port() + " " + row.inode())
                        .toList());
    }

    @Test
    void leavesOutWhatItCannotRead() {
        Random random = new Random(7);
        String letters = "0123456789ABCDEFG: ";
        for (int round = 0; round < 2000; round++) {
            StringBuilder local = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                local.append(letters.charAt(random.nextInt(letters.length())));
            }
            List<TcpListeners.Row> rows = TcpListeners.parse(
                    List.of("0: " + local + " 0:0 0A 0 0 0 0 0 4711 1", "0: 0100007F:0001 0 0A 0 0 0 0 0 5 1"));
            assertEquals(
                    "127.0.0.1 1",
                    rows.get(rows.size() - 1).ip() + " "
                            + rows.get(rows.size() - 1).port());
        }
    }
}
