package io.zrs.cli.graph;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.LiveGraph;
import io.zrs.cli.command.MasterOption;
import io.zrs.client.MasterClient;
import io.zrs.graph.GraphView;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps a graph current until Ctrl-C, or until nobody looks any more, and bears a master that goes away and comes back. */
final class GraphWatch {
    private static final Duration RETRY = Duration.ofMillis(300);

    private final Context context;
    private final MasterOption master;
    private final UnaryOperator<GraphView> selection;
    private final Optional<Duration> rates;
    private boolean toldOriginal;
    private boolean gone;

    /**
     * Prepares it.
     *
     * @param selection what of the whole graph is shown
     * @param rates over what time rates are measured; empty for none
     */
    GraphWatch(Context context, MasterOption master, UnaryOperator<GraphView> selection, Optional<Duration> rates) {
        this.context = context;
        this.master = master;
        this.selection = selection;
        this.rates = rates;
    }

    /**
     * Shows the graph until Ctrl-C.
     *
     * @param first the connection to begin with, which is closed
     */
    ExitCode run(MasterClient first, GraphSink sink) throws IOException, InterruptedException {
        context.interruption().streaming();
        try (Handling interruption = context.interruption().handle()) {
            follow(first, sink, interruption);
            while (!interruption.raised() && sink.isOpen()) {
                if (!gone) {
                    gone = true;
                    tell(sink, "the master at " + master.address() + " is gone; waiting for it");
                }
                interruption.await(RETRY);
                reconnect(sink, interruption);
            }
            return ExitCode.DONE;
        }
    }

    private void reconnect(GraphSink sink, Handling interruption) throws IOException, InterruptedException {
        MasterClient client;
        try {
            client = master.client("graph");
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.NO_MASTER) {
                throw e;
            }
            return;
        }
        follow(client, sink, interruption);
    }

    /** Follows one connection to its end; closes it. */
    private void follow(MasterClient client, GraphSink sink, Handling interruption)
            throws IOException, InterruptedException {
        try (client;
                GraphChanges changes = GraphChanges.of(client, rates)) {
            LiveGraph live = new LiveGraph(client);
            if (rates.isPresent()) {
                live.need("tell rates");
                live.measure();
                interruption.await(rates.get());
            }
            GraphView view = selection.apply(live.view());
            greet(live, sink);
            sink.show(view);
            while (!interruption.raised() && sink.isOpen()) {
                if (changes.await(interruption)) {
                    view = selection.apply(live.view());
                    sink.show(view);
                } else {
                    sink.look(view);
                }
            }
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.NO_MASTER) {
                throw e;
            }
        }
    }

    private void greet(LiveGraph live, GraphSink sink) {
        if (gone) {
            gone = false;
            tell(sink, "the master at " + master.address() + " is back");
        }
        if (!toldOriginal) {
            toldOriginal = true;
            live.noteOriginal(context);
            sink.interrupted();
        }
    }

    private void tell(GraphSink sink, String text) {
        context.note(text);
        sink.interrupted();
    }
}
