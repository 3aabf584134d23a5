package io.zrs.cli.topic;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.output.PayloadType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command {@code zrs topic find}. */
public final class FindCommand extends ZrsCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argument<TypeQuery> query;
    private final Argument<Boolean> count;
    private final Argument<Duration> timeout;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public FindCommand(Context context) {
        super(context, new Definition("find", "Finds the topics whose messages are of a type."));
        Definition me = definition();
        me.description("Each topic counts by a message that the master saw not long ago.");
        query = me.parameter("TYPE", TypeQuery::parse, "number, text, json, binary, or a field: .pose.x")
                .completes(ValueKind.hint(TypeQuery::words));
        count = me.flag("-c --count-topics", "Only how many there are.");
        timeout = me.option(
                        "--timeout",
                        "DURATION",
                        Quantity::duration,
                        "How long to wait for messages of an original",
                        "ZeROSMQ master, which keeps none; else 5s.")
                .completes(ValueKind.NONE);
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples("zrs topic find number", "zrs topic find .pose.x", "zrs topic find json --json | jq '.topics[]'");
    }

    /** What is known of topics, and the topics that are still to be listened to. */
    private record Known(Map<TopicName, PayloadType> types, List<TopicName> unknown) {}

    @Override
    protected ExitCode run() throws IOException {
        Known known = master.ask("find", FindCommand::read);
        if (!known.unknown().isEmpty()) {
            listen(known);
        }
        List<String> found = known.types().entrySet().stream()
                .filter(topic -> query.get().matches(topic.getValue()))
                .map(topic -> topic.getKey().value())
                .sorted()
                .toList();
        context().show(text(found));
        return ExitCode.DONE;
    }

    private String text(List<String> found) {
        ByteText out = new ByteText();
        if (json.wanted()) {
            JsonLine line = new JsonLine(out);
            (count.get() ? line.field("count", found.size()) : line.field("topics", found)).end();
        } else if (count.get()) {
            out.append(Integer.toString(found.size())).add('\n');
        } else {
            found.forEach(topic -> out.append(topic).add('\n'));
        }
        return out.toString();
    }

    private static Known read(MasterClient client) {
        Map<TopicName, PayloadType> types = new HashMap<>();
        if (TopicSurvey.isOriginal(client)) {
            return new Known(types, new ArrayList<>(client.topics()));
        }
        for (TopicStatus topic : client.topicStatus()) {
            TopicSurvey.type(client, topic).ifPresent(type -> types.put(topic.topic(), type));
        }
        return new Known(types, List.of());
    }

    private void listen(Known known) {
        OriginalMaster.note(context(), List.of("types: listening for a message on each topic"));
        try (Node node = master.node("topic find")) {
            known.types()
                    .putAll(TypeProbe.listen(
                            node, known.unknown(), timeout.value().orElse(PATIENCE)));
        }
    }
}
