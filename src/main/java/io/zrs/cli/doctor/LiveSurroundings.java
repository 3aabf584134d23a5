package io.zrs.cli.doctor;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.MasterOption;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.doctor.EnvironmentFacts;
import io.zrs.doctor.GraphvizFacts;
import io.zrs.doctor.JavaFacts;
import io.zrs.doctor.MachineFacts;
import io.zrs.doctor.MasterFacts;
import io.zrs.doctor.NetworkFacts;
import io.zrs.doctor.OriginalFacts;
import io.zrs.doctor.Surroundings;
import io.zrs.doctor.SystemFacts;
import io.zrs.doctor.TerminalFacts;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;

/** What there really is. */
final class LiveSurroundings implements Surroundings, AutoCloseable {
    private final Context context;
    private final Duration wait;
    private final LiveMachine machine;
    private final ProcessTable processes = new ProcessTable();
    private final Optional<MasterAddress> address;
    private Optional<MasterClient> client = Optional.empty();
    private boolean interrupted;

    LiveSurroundings(Context context, MasterOption master, Duration wait) {
        this.context = context;
        this.wait = wait;
        machine = new LiveMachine(context);
        address = address(master);
    }

    /** What is wrong with a variable that says it is a finding of its own. */
    private static Optional<MasterAddress> address(MasterOption master) {
        try {
            return Optional.of(master.address());
        } catch (ZrsException e) {
            return Optional.empty();
        }
    }

    @Override
    public JavaFacts java() {
        return new LiveJava(context).facts();
    }

    @Override
    public TerminalFacts terminal() {
        return LiveProcess.terminal(context);
    }

    @Override
    public EnvironmentFacts environment() {
        return LiveProcess.environment(System.getenv().keySet(), context.environment());
    }

    @Override
    public MachineFacts machine() {
        return machine.facts();
    }

    @Override
    public GraphvizFacts graphviz() {
        return LiveGraphviz.facts(context.environment().apply("PATH"));
    }

    @Override
    public Optional<NetworkFacts> network() {
        return address.map(master -> {
            LiveNetwork network = new LiveNetwork(master, processes);
            NetworkFacts facts = network.facts();
            client = network.client();
            return facts;
        });
    }

    @Override
    public Optional<MasterFacts> master() {
        return client.map(master -> new LiveMaster(context, master, processes).facts());
    }

    @Override
    public Optional<SystemFacts> system() {
        return client.filter(master -> master.protocol() > 1).map(master -> {
            LiveSystem system = new LiveSystem(context, master, wait);
            SystemFacts facts = system.facts();
            interrupted = system.interrupted();
            return facts;
        });
    }

    @Override
    public Optional<OriginalFacts> original() {
        return client.filter(master -> master.protocol() == 1).map(LiveSystem::original);
    }

    /** Ctrl-C while messages were watched: what was found is not all. */
    void checkInterrupted() throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    @Override
    public void close() {
        client.ifPresent(MasterClient::close);
    }
}
