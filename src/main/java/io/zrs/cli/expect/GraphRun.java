package io.zrs.cli.expect;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.client.MasterClient;
import io.zrs.expect.ExpectedGraph;
import io.zrs.expect.Finding;
import io.zrs.expect.GraphComparison;
import io.zrs.expect.GraphText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Waits for the graph to be as expected, or writes it down. */
final class GraphRun {
    private static final Duration TURN = Duration.ofMillis(100);

    private final Context context;
    private final MasterOption master;

    GraphRun(Context context, MasterOption master) {
        this.context = context;
        this.master = master;
    }

    /** The graph as it is, in the form of the file. */
    String current() {
        try (MasterClient client = master.client("expect")) {
            noteOriginal(client);
            return GraphText.of(client.graph());
        }
    }

    /** Compares again and again, up to {@code within}; what differs then is told. */
    ExitCode compare(ExpectedGraph expected, Duration within, Findings findings)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        boolean interrupted = false;
        List<Finding> last;
        try (MasterClient client = master.client("expect");
                Handling interruption = context.interruption().handle()) {
            noteOriginal(client);
            while (true) {
                long elapsed = System.nanoTime() - start;
                last = GraphComparison.compare(expected, client.graph(), elapsed);
                if (interrupted || GraphComparison.passes(last) || elapsed >= within.toNanos()) {
                    break;
                }
                Duration left = within.minusNanos(elapsed);
                interrupted = interruption.await(left.compareTo(TURN) < 0 ? left : TURN);
            }
        }
        findings.begin(last.size(), FindingText.widest(last.stream().map(FindingText::label)));
        for (Finding finding : last) {
            findings.add(finding);
        }
        ExitCode ending = findings.end();
        return interrupted && ending != ExitCode.DONE ? ExitCode.INTERRUPTED : ending;
    }

    private void noteOriginal(MasterClient client) {
        if (client.protocol() == 1) {
            OriginalMaster.note(
                    context,
                    List.of("of ends that have nobody on the other", "whether nodes have left", "names beyond a dot"));
        }
    }
}
