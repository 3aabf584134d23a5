package io.zrs.cli.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.ErrorReport;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.OutputClosedException;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterCommandTest {
    private final FakeWorld world = new FakeWorld();

    @Test
    void runsUntilItIsInterrupted() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Integer> code = start("--port", "0");
        world.awaitOut("listening on 127.0.0.1:");
        world.interrupt();
        assertEquals(0, await(code));
        assertTrue(world.out().endsWith("  stopped\n"), world.out());
        assertEquals("", world.err());
    }

    @Test
    void logsForPrograms() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Integer> code = start("--port", "0", "--json");
        world.awaitOut("{\"event\":\"started\"");
        world.interrupt();
        assertEquals(0, await(code));
        assertTrue(world.out().lines().allMatch(line -> line.startsWith("{\"event\":\"")), world.out());
    }

    @Test
    void tellsInOneLineThatThePortIsTaken() throws InterruptedException, ExecutionException, TimeoutException {
        try (Master other = Master.start(MasterOptions.builder().port(0).build(), event -> {})) {
            assertEquals(1, await(start("--port", Integer.toString(other.port()))));
            assertEquals(1, world.err().lines().count(), world.err());
            assertTrue(world.err().contains(Integer.toString(other.port())), world.err());
            assertEquals("", world.out());
        }
    }

    @Test
    void servesOnWhenNobodyReadsTheLog() throws InterruptedException, ExecutionException, TimeoutException {
        world.with(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new OutputClosedException(new IOException("Broken pipe"));
            }
        });
        CompletableFuture<Integer> code = start("--port", "0");
        world.awaitErr("nobody reads the log any more; the master goes on without it\n");
        assertFalse(code.isDone());
        world.interrupt();
        assertEquals(0, await(code));
        assertEquals(1, world.err().lines().count(), world.err());
    }

    @Test
    void keepsItsStateWhereItIsTold(@TempDir Path directory)
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        CompletableFuture<Integer> code =
                start("--port", "0", "--state", directory.resolve("kept").toString());
        world.awaitOut("listening on 127.0.0.1:");
        world.interrupt();
        assertEquals(0, await(code));
        assertEquals(1, namesIn(directory.resolve("kept")).size());
        assertTrue(namesIn(directory.resolve("kept")).get(0).matches("master-127\\.0\\.0\\.1-\\d+\\.json"));
    }

    @Test
    void aMasterOnAPortOfItsOwnKeepsItsStateInTheUsersDirectory(@TempDir Path directory)
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        world.with("XDG_STATE_HOME", directory.toString());
        String port = Integer.toString(freePort());
        CompletableFuture<Integer> code = start("--port", port);
        world.awaitOut("listening on 127.0.0.1:" + port);
        world.interrupt();
        assertEquals(0, await(code));
        assertEquals(List.of("master-127.0.0.1-" + port + ".json"), namesIn(directory.resolve("zrs")));
    }

    @Test
    void aMasterOnAFreePortKeepsNothing(@TempDir Path directory)
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        world.with("XDG_STATE_HOME", directory.toString());
        CompletableFuture<Integer> code = start("--port", "0");
        world.awaitOut("listening on 127.0.0.1:");
        world.interrupt();
        assertEquals(0, await(code));
        assertEquals(List.of(), namesIn(directory));
        assertEquals(2, world.out().lines().count(), world.out());
    }

    @Test
    void withoutAHomeItSaysWhatThatCostsAndServes()
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        CompletableFuture<Integer> code = start("--port", Integer.toString(freePort()));
        world.awaitOut("neither XDG_STATE_HOME nor HOME is set; protocol 1 nodes must connect again");
        world.interrupt();
        assertEquals(0, await(code));
        assertEquals(3, world.out().lines().count(), world.out());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private CompletableFuture<Integer> start(String... args) {
        ErrorReport errors = new ErrorReport(world.context());
        return CompletableFuture.supplyAsync(() -> CommandTree.leaf("master", MasterCommand::new)
                .line(world.context(), List.of(args))
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .execute(args));
    }

    private static int await(CompletableFuture<Integer> code)
            throws InterruptedException, ExecutionException, TimeoutException {
        return code.get(FakeWorld.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
