package io.zrs.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MORE = Duration.ofSeconds(25);

    private final AtomicInteger opened = new AtomicInteger();
    private final KeptConnections connections = new KeptConnections((master, name, timeout) -> {
        opened.incrementAndGet();
        return MasterClient.connect(master, name, timeout);
    });
    private Master master;
    private MasterAddress address;

    @BeforeEach
    void start() throws IOException {
        master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
        address = MasterAddress.parse("127.0.0.1:" + master.port());
    }

    @AfterEach
    void end() {
        connections.close();
        master.close();
    }

    private MasterClient client(Duration timeout) {
        return connections.client(address, connections.name("test"), timeout);
    }

    @Test
    void givesAConnectionToOneAfterTheOther() {
        MasterClient first = client(PATIENCE);
        first.close();
        try (MasterClient second = client(PATIENCE)) {
            assertEquals(1, opened.get());
            assertEquals(0, second.topics().size());
        }
    }

    @Test
    void givesTwoAtOnceOneEach() {
        try (MasterClient first = client(PATIENCE);
                MasterClient second = client(PATIENCE)) {
            assertEquals(2, opened.get());
            assertTrue(first.isConnected() && second.isConnected());
        }
    }

    @Test
    void givesNobodyAnothersPatience() {
        MasterClient hasty = client(PATIENCE);
        hasty.close();
        try (MasterClient patient = client(MORE)) {
            assertEquals(2, opened.get());
            assertTrue(patient.isConnected());
        }
    }

    @Test
    void keepsNothingThatIsGivenBackTooLate() {
        MasterClient late = client(PATIENCE);
        connections.close();
        late.close();
        assertFalse(late.isConnected());
    }

    @Test
    void namesEachDifferently() {
        assertNotEquals(connections.name("echo"), connections.name("echo"));
    }
}
