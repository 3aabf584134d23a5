package io.zrs.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.client.MasterAddress;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.NodeName;
import io.zrs.shell.MasterMonitor.State;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MasterMonitorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final NodeName NAME = new NodeName("shell");

    private static void await(MasterMonitor monitor, State wanted) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            while (monitor.state() != wanted) {
                Thread.onSpinWait();
            }
        });
        assertEquals(wanted == State.THERE, monitor.node().isPresent());
    }

    private static MasterAddress local(int port) {
        return MasterAddress.parse("127.0.0.1:" + port);
    }

    @Test
    void seesAMasterComeGoAndComeBack() throws IOException {
        int port;
        try (Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {})) {
            port = master.port();
        }
        try (MasterMonitor monitor = new MasterMonitor(local(port), NAME)) {
            assertEquals(local(port), monitor.master());
            await(monitor, State.GONE);
            for (int times = 0; times < 2; times++) {
                try (Master master =
                        Master.start(MasterOptions.builder().port(port).build(), event -> {})) {
                    assertEquals(port, master.port());
                    await(monitor, State.THERE);
                }
                await(monitor, State.GONE);
            }
        }
    }

    @Test
    void knowsNothingBeforeAnAnswerIsDueAndNothingOfASilentOne() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                MasterMonitor monitor = new MasterMonitor(local(silent.getLocalPort()), NAME)) {
            assertTrue(monitor.state() != State.THERE);
            await(monitor, State.GONE);
        }
    }
}
