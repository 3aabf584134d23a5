package io.zrs.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TcpListenersTest {
    @Test
    void readsWhatListensOfTheKernelsTables() throws IOException {
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
}
