package io.zrs.cli.doctor;

import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.doctor.Attempt;
import io.zrs.doctor.NetworkFacts;
import io.zrs.doctor.NetworkFacts.Answer;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way to the master, which is tried. */
final class LiveNetwork {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int MOST_ADDRESSES = 3;

    private final MasterAddress master;
    private final ProcessTable processes;
    private Optional<MasterClient> client = Optional.empty();

    LiveNetwork(MasterAddress master, ProcessTable processes) {
        this.master = master;
        this.processes = processes;
    }

    /** Who asks the master, if there is one; the caller closes it. */
    Optional<MasterClient> client() {
        return client;
    }

    NetworkFacts facts() {
        Optional<InetAddress[]> addresses = resolve();
        boolean local = addresses.map(all -> isLocal(all[0])).orElse(false);
        List<Attempt> attempts = new ArrayList<>();
        for (InetAddress address : addresses.orElse(new InetAddress[0])) {
            if (attempts.size() < MOST_ADDRESSES) {
                attempts.add(Knock.at(address, master.port()));
            }
        }
        boolean open = attempts.stream().anyMatch(attempt -> attempt.outcome() == Attempt.Outcome.OPEN);
        Stranger stranger = open ? meet(attempts) : new Stranger(Answer.NONE, "");
        return new NetworkFacts(
                master.toString(),
                master.host(),
                master.port(),
                local,
                addresses.isPresent(),
                attempts,
                local ? processes.on(master.port()) : List.of(),
                local ? processes.masters() : List.of(),
                stranger.answer(),
                stranger.said());
    }

    private Optional<InetAddress[]> resolve() {
        try {
            return Optional.of(InetAddress.getAllByName(master.host()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean isLocal(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private Stranger meet(List<Attempt> attempts) {
        try {
            NodeName name = new NodeName("zrs_doctor_" + ProcessHandle.current().pid());
            client = Optional.of(MasterClient.connect(master, name, ANSWER));
            return new Stranger(Answer.MASTER, "");
        } catch (ZrsException e) {
            String ip = attempts.stream()
                    .filter(attempt -> attempt.outcome() == Attempt.Outcome.OPEN)
                    .findFirst()
                    .orElseThrow()
                    .ip();
            return Stranger.at(ip, master.port());
        }
    }
}
