package io.zrs.cli;

import io.zrs.cli.command.FakeWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command on a thread of its own, in a world of its own. */
final class RunningCommand {
    private final FakeWorld world;
    private final CompletableFuture<Integer> code;

    private RunningCommand(FakeWorld world, List<String> words) {
        this.world = world;
        code = CompletableFuture.supplyAsync(() -> Zrs.run(world.context(), words));
    }

    static RunningCommand start(FakeWorld world, String... words) {
        return new RunningCommand(world, List.of(words));
    }

    /** Starts a command that talks to the master at {@code port}. */
    static RunningCommand start(FakeWorld world, int port, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--master");
        all.add("127.0.0.1:" + port);
        return new RunningCommand(world, all);
    }

    FakeWorld world() {
        return world;
    }

    /** Waits for the exit code. */
    int code() throws InterruptedException, ExecutionException, TimeoutException {
        return code.get(FakeWorld.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
