package io.zrs.cli.doctor;

import io.zrs.client.Answers;
import io.zrs.client.MasterClient;
import io.zrs.client.PingResult;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks nodes for a sign of life, side by side: those that do not answer take 3 s, all together.
 *
 * @param silent those that do not answer
 * @param unasked those that there was no time for, or no master any more
 */
record Pings(List<NodeId> silent, List<NodeId> unasked) {
    private static final long BUDGET_NANOS = Duration.ofSeconds(8).toNanos();

    /** Asks all but tools' own nodes. */
    static Pings all(MasterClient client, List<NodeInfo> nodes) {
        List<NodeId> asked = nodes.stream()
                .filter(node -> !node.details().hidden())
                .map(NodeInfo::id)
                .toList();
        List<NodeId> silent = new ArrayList<>();
        Answers<PingResult> answers = client.pings(asked);
        long end = System.nanoTime() + BUDGET_NANOS;
        int done = 0;
        boolean there = true;
        while (there && done < asked.size() && System.nanoTime() - end < 0) {
            ErrorCode trouble = trouble(answers);
            there = trouble != ErrorCode.NO_MASTER && trouble != ErrorCode.CLOSED;
            if (trouble == ErrorCode.TIMEOUT) {
                silent.add(asked.get(done));
            }
            done += there ? 1 : 0;
        }
        return new Pings(silent, asked.subList(done, asked.size()));
    }

    /** What was wrong with the next answer; null if nothing. One that has left meanwhile, or cannot be asked, is not silent. */
    private static ErrorCode trouble(Answers<PingResult> answers) {
        try {
            answers.next();
            return null;
        } catch (ZrsException e) {
            return e.code();
        }
    }
}
