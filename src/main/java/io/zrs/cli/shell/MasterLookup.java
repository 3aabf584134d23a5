package io.zrs.cli.shell;

import io.zrs.cli.command.Connections;
import io.zrs.cli.command.complete.LiveName;
import io.zrs.cli.command.complete.LiveNames;
import io.zrs.cli.command.complete.MasterNames;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.output.JsonShape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the master of the shell tells, over the connection that the shell keeps; nothing while it is not there. */
final class MasterLookup implements LiveNames {
    /** Longer than this nobody waits for a key. */
    private static final Duration MOMENT = Duration.ofMillis(400);

    private final Connections connections;
    private final Supplier<MasterAddress> master;
    private final BooleanSupplier there;

    MasterLookup(Connections connections, Supplier<MasterAddress> master, BooleanSupplier there) {
        this.connections = connections;
        this.master = master;
        this.there = there;
    }

    private <T> T ask(Function<LiveNames, T> question) {
        if (!there.getAsBoolean()) {
            return question.apply(LiveNames.NONE);
        }
        try (MasterClient client = connections.client(master.get(), connections.name("shell"), MOMENT)) {
            return question.apply(new MasterNames(client));
        } catch (ZrsException e) {
            // It went away just now: what is not known is not offered.
            return question.apply(LiveNames.NONE);
        }
    }

    @Override
    public List<LiveName> topics() {
        return ask(LiveNames::topics);
    }

    @Override
    public List<LiveName> nodes() {
        return ask(LiveNames::nodes);
    }

    @Override
    public Optional<JsonShape> fields(TopicName topic) {
        return ask(names -> names.fields(topic));
    }
}
