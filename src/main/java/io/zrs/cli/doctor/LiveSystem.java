package io.zrs.cli.doctor;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.NodeNames;
import io.zrs.client.MasterClient;
import io.zrs.client.SystemStatus;
import io.zrs.doctor.OriginalFacts;
import io.zrs.doctor.SystemFacts;
import io.zrs.model.NodeInfo;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicStatus;
import java.time.Duration;
import java.util.List;

/** The running system, at two moments; nodes are asked for a sign of life between them. */
final class LiveSystem {
    private final Context context;
    private final MasterClient client;
    private final Duration wait;
    private boolean interrupted;

    LiveSystem(Context context, MasterClient client, Duration wait) {
        this.context = context;
        this.client = client;
        this.wait = wait;
    }

    SystemFacts facts() {
        long start = System.nanoTime();
        SystemStatus before = client.statistics();
        List<NodeInfo> nodes = client.nodes();
        Pings pings = Pings.all(client, nodes);
        await(start);
        SystemStatus after = client.statistics();
        List<TopicStatus> topics = client.topicStatus();
        return new SystemFacts(
                topics,
                before.registrations(),
                after.registrations(),
                Duration.ofNanos(after.master().stamp() - before.master().stamp()),
                nodes,
                pings.silent(),
                pings.unasked(),
                NodeNames.of(nodes)::of);
    }

    private void await(long start) {
        Duration left = wait.minusNanos(System.nanoTime() - start);
        try (Handling interruption = context.interruption().handle()) {
            interrupted = interruption.await(left.isNegative() ? Duration.ZERO : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
        }
    }

    /** Whether Ctrl-C came in between. */
    boolean interrupted() {
        return interrupted;
    }

    static OriginalFacts original(MasterClient client) {
        return new OriginalFacts(
                client.topics(),
                client.graph().topics().stream().map(TopicInfo::name).toList());
    }
}
