package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.client.MasterClient;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Keeps a list of topics current until Ctrl-C, and bears a master that goes away and comes back. */
final class TopicWatch {
    private static final Duration RETRY = Duration.ofMillis(300);

    /** So long changes gather before the list is asked for again. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private final Context context;
    private final MasterOption master;
    private final TopicFilter filter;
    private final boolean types;
    private boolean toldOriginal;
    private boolean gone;

    TopicWatch(Context context, MasterOption master, TopicFilter filter, boolean types) {
        this.context = context;
        this.master = master;
        this.filter = filter;
        this.types = types;
    }

    /**
     * Shows the list until Ctrl-C.
     *
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if there is none in the beginning
     */
    ExitCode run(WatchView view) throws IOException, InterruptedException {
        context.interruption().streaming();
        MasterClient first = master.client("list");
        try (Handling interruption = context.interruption().handle()) {
            follow(first, view, interruption);
            while (!interruption.raised()) {
                if (!gone) {
                    gone = true;
                    tell(view, "the master at " + master.address() + " is gone; waiting for it");
                }
                interruption.await(RETRY);
                reconnect(view, interruption);
            }
            return ExitCode.DONE;
        }
    }

    private void reconnect(WatchView view, Handling interruption) throws IOException, InterruptedException {
        MasterClient client;
        try {
            client = master.client("list");
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.NO_MASTER) {
                throw e;
            }
            return;
        }
        follow(client, view, interruption);
    }

    /** Follows one connection to its end; closes it. */
    private void follow(MasterClient client, WatchView view, Handling interruption)
            throws IOException, InterruptedException {
        try (client;
                TopicChanges changes = TopicChanges.of(client, types)) {
            List<TopicEntry> topics = filter.apply(TopicSurvey.read(client, types));
            greet(client, view);
            view.show(topics);
            while (!interruption.raised()) {
                if (changes.await(interruption)) {
                    interruption.await(GATHER);
                    changes.clear();
                    view.show(filter.apply(TopicSurvey.read(client, types)));
                }
            }
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.NO_MASTER) {
                throw e;
            }
        }
    }

    private void greet(MasterClient client, WatchView view) {
        if (gone) {
            gone = false;
            tell(view, "the master at " + master.address() + " is back");
        }
        if (TopicSurvey.isOriginal(client) && !toldOriginal) {
            toldOriginal = true;
            OriginalMaster.note(
                    context,
                    types
                            ? List.of("changes (it is asked once a second)", "whether nodes have left", "types")
                            : List.of("changes (it is asked once a second)", "whether nodes have left"));
            view.interrupted();
        }
    }

    private void tell(WatchView view, String text) {
        context.note(text);
        view.interrupted();
    }
}
