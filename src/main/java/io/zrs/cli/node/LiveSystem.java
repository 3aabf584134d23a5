package io.zrs.cli.node;

import io.zrs.cli.command.MasterOption;
import io.zrs.client.Answers;
import io.zrs.client.MasterClient;
import io.zrs.client.PingResult;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A system as its master tells it. */
final class LiveSystem implements SystemView {
    private static final long LOOK_EVERY_MILLIS = 20;

    private final MasterClient client;

    private LiveSystem(MasterClient client) {
        this.client = client;
    }

    static SystemView connect(MasterOption master, String command) {
        return new LiveSystem(master.client(command));
    }

    @Override
    public boolean isOriginal() {
        return client.protocol() == 1;
    }

    @Override
    public List<NodeInfo> nodes() {
        return client.nodes();
    }

    @Override
    public GraphSnapshot graph() {
        return client.graph();
    }

    @Override
    public List<RegistrationStatus> registrations(NodeId node) {
        return client.registrations(node);
    }

    @Override
    public Optional<Sample> sample(TopicName topic) {
        return client.sample(topic);
    }

    @Override
    public Answers<PingResult> pings(List<NodeId> nodes) {
        return client.pings(nodes);
    }

    @Override
    public void stop(NodeId node, String reason) {
        client.stop(node, reason);
    }

    @Override
    public boolean awaitGone(NodeId node, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (client.nodes().stream().anyMatch(other -> other.id().equals(node))) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    @Override
    public Answers<NodeId> evictions(List<NodeId> nodes) {
        return client.evictions(nodes);
    }

    @Override
    public void close() {
        client.close();
    }
}
